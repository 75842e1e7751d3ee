import { nodeFiles } from "../disk/files.ts";
import { createProject, newProjectFile } from "../project/project-folder.ts";
import { seeded } from "../testing/random.ts";
import { withStore } from "./bench-store.ts";
import { timed } from "./stopwatch.ts";
import { addMark, MADE, syntheticClaims, syntheticSources } from "./synthetic-project.ts";

const SOURCES = 5;
const WORDS = 3_000;
const CLAIMS = 500;

/** Makes a project with one analyst's set, and gives the time in which all of its marks were saved as one change. */
export async function makeProject(folder: string, marks: number): Promise<number> {
  const random = seeded(marks);
  const sources = syntheticSources(SOURCES, WORDS, random);
  const claims = syntheticClaims(CLAIMS);
  const claimIds = claims.map(({ id }) => id);
  const texts = sources.map(({ source }) => source);
  const added = Array.from({ length: marks }, () => addMark(texts, claimIds, random));
  await createProject(nodeFiles, folder, newProjectFile("Bench"), sources);
  return withStore(folder, async (store) => {
    await store.apply(claims.map((claim) => ({ kind: "put-claim", ...MADE, claim })));
    return added.length === 0 ? 0 : timed(() => store.apply(added));
  });
}

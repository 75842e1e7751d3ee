import { nodeFiles } from "../files.ts";
import { openProjectStore } from "../project-store.ts";
import { ANNA, claim, putClaim } from "./example-project.ts";

/**
 * Run as a program of its own with a project's folder: makes claims C1, C2 … without end and prints each label once its
 * command is acknowledged. A test kills it.
 */
const [folder = ""] = process.argv.slice(2);
const store = await openProjectStore(nodeFiles, folder, { idleTime: 1 });
await store.workAs(ANNA);
const first = (store.project.sets.find(({ analyst }) => analyst.id === ANNA.id)?.claims.length ?? 0) + 1;
for (let n = first; ; n++) {
  await store.apply([putClaim(ANNA, claim(`C${n}`))]);
  await new Promise<void>((resolve) => process.stdout.write(`C${n}\n`, () => resolve()));
}

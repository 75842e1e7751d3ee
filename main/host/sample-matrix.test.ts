import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { STANCE_SIGNS } from "../../annotations/model/stance.ts";
import type { Cell } from "../../annotations/review/cell.ts";
import { matrixOf } from "../../annotations/review/matrix.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";

const SAMPLE = join(import.meta.dirname, "..", "..", "annotations", "sample");

/**
 * Written by hand from a reading of the five texts and of Ada Okafor's marks: sign, own voice or hollow, `!` for a
 * conflict inside the article, `~` for hedged; and what the sources together say.
 */
const EXPECTED = `
C1   +own~          +hollow         +own           ±own!           ?own~           contested
C2   +own~          ±hollow         +own           not-applicable  ○hollow         contested
C3   +hollow~       not-mentioned   not-mentioned  not-reviewed    +hollow         only-attributed
C4   +hollow        ±hollow         +own           not-applicable  not-applicable  contested
C5   +hollow        −hollow         ±hollow        not-applicable  not-applicable  contested
C6   +own           +own            not-reviewed   not-applicable  not-applicable  corroborated
C7   not-mentioned  not-applicable  +own           not-applicable  not-applicable  single-source
C8   +own           +own            +own           not-applicable  not-applicable  corroborated
C9   −own~          +hollow         ○own           not-mentioned   +own            contested
C10  ±own           +own            ±own           not-applicable  not-applicable  contested
C11  +own~          +own~           not-reviewed   ±own            +own            contested
C12  +hollow        +hollow         −own           +own~           +hollow~        contested
C13  +own           −hollow         +own~          +own            +own~           contested
C14  −own           not-reviewed    −own           −own            not-mentioned   denied
C15  not-mentioned  not-mentioned   not-reviewed   not-applicable  not-reviewed    unaddressed
`;

describe("the matrix of the sample project", () => {
  it("equals the table made by hand, cell by cell and row by row", async () => {
    const { project } = await readProject(nodeFiles, SAMPLE);
    const ada = project.sets.find((set) => set.analyst.name === "Ada Okafor");
    if (!ada) throw new Error("the sample has no set of Ada Okafor");
    const { rows } = matrixOf(project, ada.analyst.id);
    const computed = rows.map(({ claim, cells, summary }) => [
      claim.displayLabel,
      ...[...cells.values()].map(shortForm),
      summary.status,
    ]);
    expect(computed).toEqual(
      EXPECTED.trim()
        .split("\n")
        .map((line) => line.split(/\s+/)),
    );
  });
});

function shortForm(cell: Cell): string {
  if (cell.kind === "empty") return cell.state;
  const voice = cell.voice === "own" ? "own" : "hollow";
  return `${STANCE_SIGNS[cell.stance]}${voice}${cell.conflict ? "!" : ""}${cell.hedged ? "~" : ""}`;
}

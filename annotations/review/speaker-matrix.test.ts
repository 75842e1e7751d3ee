import { describe, expect, it } from "vitest";
import { SourceId } from "../model/id.ts";
import { knownId } from "../testing/known-id.ts";
import { matrixSaying, type Saying } from "../testing/matrix.ts";
import { speaker } from "../testing/project.ts";
import { speakerMatrix } from "./speaker-matrix.ts";

function quotes(name: string, stance: "supports" | "refutes" = "supports"): Saying {
  return [{ stance, voice: "quoted-indirect", speaker: name }];
}

describe("speakerMatrix", () => {
  const speakers = [speaker(1, "Ministry of Defence", "the ministry")];
  const { rows } = matrixSaying({
    rows: [
      [quotes("the ministry"), quotes("Ministry of Defence"), quotes(" THE  ministry "), "refutes"],
      [quotes("Omar", "refutes"), quotes("omar"), null, null],
      ["supports", null, quotes(""), null],
      ["supports", "refutes", null, null],
    ],
    speakers,
  });
  const made = speakerMatrix({ rows }, speakers);

  it("makes articles that quote one ministry one speaker, and puts who is quoted in most articles first", () => {
    expect(made.speakers.map(({ name, sources }) => [name, sources.length])).toEqual([
      ["Ministry of Defence", 3],
      ["Omar", 2],
    ]);
    const cell = made.rows[0]?.cells.get("ministry of defence");
    expect(cell).toMatchObject({ stance: "supports", sources: [1, 2, 3].map((n) => knownId(SourceId, n)) });
    expect(cell?.evidence).toHaveLength(3);
  });

  it("derives what a speaker says as a cell is derived", () => {
    expect(made.rows[1]?.cells.get("omar")?.stance).toBe("mixed");
  });

  it("keeps quotes that name nobody apart, and leaves out claims on which nobody is quoted", () => {
    expect(made.rows.map(({ claim }) => claim.displayLabel)).toEqual(["C1", "C2", "C3"]);
    expect(made.rows[2]?.unnamed).toHaveLength(1);
    expect(made.rows[2]?.cells.size).toBe(0);
  });
});

import { describe, expect, it } from "vitest";
import { matrixSaying } from "../testing/matrix.ts";
import { gapsIn } from "./gaps.ts";

describe("gapsIn", () => {
  const quoted = [{ stance: "supports", voice: "quoted-direct", speaker: "Amina" }] as const;
  const gaps = gapsIn(
    matrixSaying({
      rows: [
        ["supports", "refutes", null],
        ["supports", null, null],
        [quoted, quoted, quoted],
      ],
    }),
  );

  it("lists the claims to which fewer than two origins speak", () => {
    expect(gaps.thin.map(({ claim }) => claim.displayLabel)).toEqual(["C2", "C3"]);
  });

  it("lists for each source the claims that nobody has looked for in it", () => {
    expect(gaps.unreviewed.map(({ source, rows }) => [source.order, rows.length])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});

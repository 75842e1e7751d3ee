import { describe, expect, it } from "vitest";
import { AnalystId, ClaimId, SourceId } from "../model/id.ts";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { matrixSaying } from "../testing/matrix.ts";
import { AT, annotationsOf, claim, mark, projectOf, speaker, tag } from "../testing/project.ts";
import { matrixOf } from "./matrix.ts";

const ferry = article("The [ferry] sank.", { order: 1 });
const bridge = article("The [bridge] stood.", { id: knownId(SourceId, 2), order: 0 });
const hidden = article("The [lock] leaked.", { id: knownId(SourceId, 3), order: 2, removed: true });
const supports = tag(1, 1, "supports");
const refutes = tag(2, 1, "refutes");
const other = tag(3, 2, "mentions");

const project = frozen(
  projectOf(
    [ferry.source, bridge.source, hidden.source],
    [
      annotationsOf(1, {
        claims: [claim(1)],
        marks: [mark(1, ferry, supports, other), mark(2, bridge, refutes), mark(3, hidden, tag(9, 1, "supports"))],
        cells: [
          { claimId: knownId(ClaimId, 2), sourceId: knownId(SourceId, 2), state: "not-mentioned", at: AT },
          { claimId: knownId(ClaimId, 1), sourceId: knownId(SourceId, 1), state: "not-applicable", at: AT },
        ],
      }),
      annotationsOf(2, { claims: [claim(2)] }),
    ],
  ),
);

describe("matrixOf", () => {
  it("has a row for every claim and a cell for every source in view, as one analyst sees them", () => {
    const stance = { kind: "stance", voice: "own", conflict: false, hedged: false };
    const { rows, ...others } = matrixOf(project, knownId(AnalystId, 1));
    const shown = rows.map(({ claim: each, cells, summary }) => ({ claim: each, cells: new Map(cells), summary }));
    expect({ ...others, rows: shown }).toEqual({
      analyst: knownId(AnalystId, 1),
      unreviewed: new Map([
        [bridge.source.id, 0],
        [ferry.source.id, 0],
      ]),
      sources: [bridge.source, ferry.source],
      rows: [
        {
          claim: { ...claim(1), displayLabel: "C1", revisedBy: knownId(AnalystId, 1) },
          cells: new Map([
            [
              bridge.source.id,
              { ...stance, stance: "refutes", evidence: [{ mark: mark(2, bridge, refutes), tag: refutes }] },
            ],
            [
              ferry.source.id,
              { ...stance, stance: "supports", evidence: [{ mark: mark(1, ferry, supports, other), tag: supports }] },
            ],
          ]),
          summary: {
            status: "contested",
            speaking: 2,
            origins: 2,
            supporting: 1,
            refuting: 1,
            ownSupporting: 1,
            supportingOrigins: 1,
          },
        },
        {
          claim: { ...claim(2), displayLabel: "C2", revisedBy: knownId(AnalystId, 2) },
          cells: new Map([
            [bridge.source.id, { kind: "empty", state: "not-mentioned" }],
            [
              ferry.source.id,
              { ...stance, stance: "mentions", evidence: [{ mark: mark(1, ferry, supports, other), tag: other }] },
            ],
          ]),
          summary: {
            status: "unaddressed",
            supporting: 0,
            refuting: 0,
            ownSupporting: 0,
            supportingOrigins: 0,
            speaking: 1,
            origins: 1,
          },
        },
      ],
    });
  });

  it("keeps only the sources that speak, and counts where nobody has looked, as looking at every cell does", () => {
    const rows = [
      ["supports", null, "refutes"],
      [null, null, "mixed"],
    ] as const;
    const made = matrixSaying({ rows });
    for (const row of made.rows) {
      expect([...row.stances]).toEqual([...row.cells].filter(([, cell]) => cell.kind === "stance"));
      expect(row.cells.size).toBe(3);
      expect([...row.cells.keys()]).toEqual(made.sources.map(({ id }) => id));
      expect([...row.cells.values()]).toEqual(made.sources.map(({ id }) => row.cells.get(id)));
      expect(row.cells.get(knownId(SourceId, 99))).toBeUndefined();
    }
    for (const { id } of made.sources) {
      const cells = made.rows.map((row) => row.cells.get(id));
      const missing = cells.filter((cell) => cell?.kind === "empty" && cell.state === "not-reviewed").length;
      expect(made.unreviewed.get(id)).toBe(missing);
    }
  });

  it("shows nothing reviewed for an analyst without marks or without a set", () => {
    for (const analyst of [knownId(AnalystId, 2), knownId(AnalystId, 9)]) {
      const states = matrixOf(project, analyst).rows.flatMap(({ cells }) => [...cells.values()]);
      expect(states).toEqual(Array(4).fill({ kind: "empty", state: "not-reviewed" }));
    }
  });

  it("follows the project's threshold", () => {
    const settings = { corroboratedBy: 1 };
    const alone = annotationsOf(1, { claims: [claim(1)], marks: [mark(1, ferry, supports)] });
    const lenient = projectOf([ferry.source], [alone]);
    const rows = (file: object) => matrixOf({ ...lenient, file: { ...lenient.file, ...file } }, alone.analyst.id).rows;
    expect(rows({}).map(({ summary }) => summary.status)).toEqual(["single-source"]);
    expect(rows({ settings }).map(({ summary }) => summary.status)).toEqual(["corroborated"]);
  });

  it("counts articles that quote one speaker under several names as one origin", () => {
    const quoting = (n: number, name: string) => tag(n, 1, "supports", { voice: "quoted-direct", speaker: name });
    const names = ["the ministry", "Ministry of Defence", " THE  Ministry", "Omar"];
    const articles = names.map((name, i) => ({ name, ...article("[So] it was.", { id: knownId(SourceId, i + 1) }) }));
    const origins = (...speakers: Parameters<typeof speaker>[]) => {
      const marks = articles.map((each, i) => mark(i + 1, each, quoting(i + 1, each.name)));
      const sources = articles.map(({ source }) => source);
      const listed = speakers.map((one) => speaker(...one));
      const quoted = projectOf(sources, [annotationsOf(1, { claims: [claim(1)], marks })], { speakers: listed });
      return matrixOf(frozen(quoted), knownId(AnalystId, 1)).rows[0]?.summary.supportingOrigins;
    };
    expect(origins()).toBe(3);
    expect(origins([1, "Ministry of Defence", "the ministry"])).toBe(2);
    expect(origins([1, "Ministry", "the ministry", "ministry of defence", "Omar"])).toBe(1);
  });
});

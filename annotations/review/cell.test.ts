import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SourceId } from "../model/id.ts";
import { STANCES, type Stance } from "../model/stance.ts";
import { CERTAINTIES, type Tag, VOICES } from "../model/tag.ts";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { mark, tag } from "../testing/project.ts";
import { type Cell, stanceCell, type TaggedMark } from "./cell.ts";
import { RowCells } from "./row-cells.ts";

const here = knownId(SourceId, 1);

function evidenceOf(tags: readonly Tag[]): readonly TaggedMark[] {
  return frozen(tags.map((each, i) => ({ mark: mark(i, article("The [ferry] sank."), each), tag: each })));
}

const own = (stance: Stance, fields: Partial<Tag> = {}) => tag(1, 1, stance, fields);
const quoted = (stance: Stance, fields: Partial<Tag> = {}) => tag(2, 1, stance, { voice: "quoted-direct", ...fields });

/** A cell in a word: sign of the voice, stance, and flags. */
function shown(cell: Cell): string {
  if (cell.kind === "empty") return cell.state;
  const flags = [cell.conflict ? "conflict" : "", cell.hedged ? "hedged" : ""].filter((flag) => flag !== "");
  return [cell.voice, cell.stance, ...flags].join(" ");
}

const derived = (...tags: readonly Tag[]) => shown(stanceCell(evidenceOf(tags)));

const anyTag = fc
  .record({
    stance: fc.constantFrom(...STANCES),
    voice: fc.constantFrom(...VOICES),
    certainty: fc.constantFrom(...CERTAINTIES),
    speaker: fc.constantFrom("", "Amina Sowe"),
  })
  .map(({ stance, ...fields }) => tag(1, 1, stance, fields));
const quotedTag = anyTag.filter(({ voice }) => voice !== "own");

describe("a cell", () => {
  it.each(["not-reviewed", "not-mentioned", "not-applicable"] as const)("shows %s where nothing is tagged", (state) => {
    expect(new RowCells(new Set([here]), new Map(), new Map([[here, state]])).get(here)).toEqual({
      kind: "empty",
      state,
    });
  });

  it.each<[string, readonly Tag[], string]>([
    ["only support", [own("supports"), own("supports")], "own supports"],
    ["only refutation", [own("refutes")], "own refutes"],
    ["both", [own("supports"), own("refutes")], "own mixed conflict"],
    ["a passage that is mixed in itself", [own("mixed")], "own mixed"],
    ["mixed next to support", [own("mixed"), own("supports")], "own mixed"],
    ["mixed next to both", [own("mixed"), own("supports"), own("refutes")], "own mixed conflict"],
    ["questions next to support", [own("questions"), own("supports")], "own supports"],
    ["questions next to a mention", [own("mentions"), own("questions")], "own questions"],
    ["a mention", [own("mentions")], "own mentions"],
    ["a quoted denial in a supporting article", [own("supports"), quoted("refutes")], "own supports"],
    ["a mention beside a quoted support", [own("mentions"), quoted("supports")], "own mentions"],
    ["a quoted support", [quoted("supports")], "attributed supports"],
    ["two voices against each other", [quoted("supports"), quoted("refutes")], "attributed mixed"],
    ["a document", [quoted("refutes", { voice: "document" })], "attributed refutes"],
    ["an unnamed voice", [quoted("questions", { voice: "unnamed" })], "attributed questions"],
  ])("derives from %s what the rule says", (_, tags, expected) => {
    expect(derived(...tags)).toBe(expected);
  });

  it.each<[string, readonly Tag[], string]>([
    ["every deciding tag is less than certain", [own("supports", { certainty: "possible" })], "own supports hedged"],
    ["one deciding tag is certain", [own("supports", { certainty: "possible" }), own("supports")], "own supports"],
    [
      "only a tag that decides nothing is certain",
      [own("supports", { certainty: "probable" }), own("mentions")],
      "own supports hedged",
    ],
    [
      "only the quoted tag is certain",
      [own("refutes", { certainty: "probable" }), quoted("refutes")],
      "own refutes hedged",
    ],
    [
      "both sides of a mixed cell are less than certain",
      [own("supports", { certainty: "probable" }), own("refutes", { certainty: "possible" }), own("questions")],
      "own mixed conflict hedged",
    ],
    [
      "one side of a mixed cell is certain",
      [own("supports"), own("refutes", { certainty: "possible" })],
      "own mixed conflict",
    ],
  ])("says whether it is hedged when %s", (_, tags, expected) => {
    expect(derived(...tags)).toBe(expected);
  });

  it("keeps all evidence, of either voice, in the order given", () => {
    const evidence = evidenceOf([quoted("refutes"), own("supports")]);
    expect(stanceCell(evidence)).toEqual({
      kind: "stance",
      stance: "supports",
      voice: "own",
      conflict: false,
      hedged: false,
      evidence,
    });
  });

  it("does not depend on the order of the evidence", () => {
    const shuffled = fc
      .array(anyTag, { maxLength: 6 })
      .chain((tags) => fc.tuple(fc.constant(tags), fc.shuffledSubarray(tags, { minLength: tags.length })));
    fc.assert(
      fc.property(shuffled, ([tags, again]) => {
        expect(derived(...again)).toBe(derived(...tags));
      }),
    );
  });

  it("never lets a quoted tag change a cell in which the article itself takes a side", () => {
    fc.assert(
      fc.property(
        fc.array(anyTag, { maxLength: 5 }),
        fc.constantFrom("supports", "refutes"),
        quotedTag,
        (tags, side, more) => {
          const speaking = [...tags, own(side)];
          expect(derived(...speaking, more)).toBe(derived(...speaking));
        },
      ),
    );
  });

  it("is in the article's own voice exactly when a tag is", () => {
    fc.assert(
      fc.property(fc.array(anyTag, { minLength: 1, maxLength: 6 }), (tags) => {
        const cell = stanceCell(evidenceOf(tags));
        const expected = tags.some(({ voice }) => voice === "own") ? "own" : "attributed";
        expect(cell.kind === "stance" && cell.voice).toBe(expected);
      }),
    );
  });
});

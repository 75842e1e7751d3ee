import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnalystId, ClaimId, SourceId } from "../model/id.ts";
import type { Mark } from "../model/mark.ts";
import { STANCES } from "../model/stance.ts";
import { CERTAINTIES, VOICES } from "../model/tag.ts";
import { article } from "../testing/article.ts";
import { knownId } from "../testing/known-id.ts";
import { mark, tag } from "../testing/project.ts";
import { FACETS, type Facet, facetValue, type ListedMark, type Names, NONE } from "./facets.ts";
import { filterMarks, type MarkFilter, NO_FILTER } from "./mark-filter.ts";

const ferry = article("The [ferry sank] at [Köln].");
const bridge = article("The [bridge] stood.", { id: knownId(SourceId, 2), order: 1 });
const [anna, bruno] = [knownId(AnalystId, 1), knownId(AnalystId, 2)];
const names: Names = {
  claimWords: (id) => (id === knownId(ClaimId, 1) ? "C1 The ferry went down" : "C2 The bridge held"),
  speakerName: (name) => (name === "the ferryman" ? "Omar" : name),
};

function by(analyst: AnalystId, ...marks: readonly Mark[]): readonly ListedMark[] {
  return marks.map((one) => ({ analyst, mark: one }));
}

function found(all: readonly ListedMark[], filter: Partial<MarkFilter>) {
  return filterMarks(all, { ...NO_FILTER, ...filter }, names).marks.map((one) => one.mark.id);
}

const refuting = mark(1, ferry, tag(1, 1, "refutes"), tag(2, 2, "supports", { note: "Not the old one" }));
const quoted = mark(2, bridge, tag(3, 2, "supports", { voice: "quoted-direct", speaker: "Omar" }));
const renamed = mark(4, bridge, tag(4, 2, "supports", { voice: "quoted-direct", speaker: "the ferryman" }));
const plain = { ...mark(3, bridge), toDiscuss: true, note: "Which bridge?" };
const all = [...by(anna, refuting, quoted), ...by(bruno, plain)];

describe("filterMarks", () => {
  it.each<[string, Partial<MarkFilter>, readonly Mark[]]>([
    ["all marks without a filter", {}, [refuting, quoted, plain]],
    ["those of a claim", { chosen: { claim: knownId(ClaimId, 2) } }, [refuting, quoted]],
    ["one tag that says both", { chosen: { claim: knownId(ClaimId, 1), stance: "refutes" } }, [refuting]],
    ["no mark whose tags say it only together", { chosen: { claim: knownId(ClaimId, 2), stance: "refutes" } }, []],
    ["those without a claim", { chosen: { claim: NONE } }, [plain]],
    ["those of a speaker", { chosen: { speaker: "Omar" } }, [quoted]],
    ["those of an analyst", { chosen: { analyst: bruno } }, [plain]],
    ["those of a source", { chosen: { source: ferry.source.id } }, [refuting]],
    ["those to discuss", { chosen: { flag: "to-discuss" } }, [plain]],
    ["those with a note on the mark or on a tag", { chosen: { note: "noted" } }, [refuting, plain]],
    ["words of the quote without their accents", { words: "koln  FERRY" }, [refuting]],
    ["words of a note", { words: "which" }, [plain]],
    ["words of the claim and of the quote together", { words: "held bridge omar" }, [quoted]],
    ["nothing where a word is missing", { words: "bridge boat" }, []],
  ])("finds %s", (_, filter, expected) => {
    expect(found(all, filter)).toEqual(expected.map(({ id }) => id));
  });

  it("finds a speaker under all names", () => {
    expect(found([...all, ...by(anna, renamed)], { chosen: { speaker: "Omar" } })).toEqual([quoted.id, renamed.id]);
  });

  it("counts for each value what choosing it would find, all else as it is", () => {
    const facets = fc.constantFrom<Facet>(...FACETS);
    const tags = fc.array(
      fc.record({
        n: fc.constantFrom(1, 2),
        stance: fc.constantFrom(...STANCES),
        voice: fc.constantFrom(...VOICES),
        speaker: fc.constantFrom("", "Omar", "the ferryman", "Aïda"),
        certainty: fc.constantFrom(...CERTAINTIES),
        note: fc.constantFrom("", "Which one?"),
      }),
      { maxLength: 3 },
    );
    const marks = fc.array(
      fc.record({ tags, at: fc.constantFrom(ferry, bridge), flag: fc.boolean(), by: fc.constantFrom(anna, bruno) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(marks, fc.array(fc.tuple(facets, fc.nat(99)), { maxLength: 3 }), (drawn, choices) => {
        const listed = drawn.map(
          (one, i): ListedMark => ({
            analyst: one.by,
            mark: {
              ...mark(i, one.at, ...one.tags.map(({ n, stance, ...more }, k) => tag(i * 3 + k, n, stance, more))),
              toDiscuss: one.flag,
            },
          }),
        );
        const values = (facet: Facet) => [
          ...new Set(
            listed.flatMap((one) => [undefined, ...one.mark.tags].map((of) => facetValue(facet, one, of, names))),
          ),
        ];
        const chosen: MarkFilter["chosen"] = Object.fromEntries(
          choices.flatMap(([facet, n]) => {
            const possible = values(facet);
            return possible.length > 0 ? [[facet, possible[n % possible.length]]] : [];
          }),
        );
        const { counts } = filterMarks(listed, { words: "", chosen }, names);
        for (const facet of FACETS) {
          for (const value of values(facet)) {
            const expected = found(listed, { chosen: { ...chosen, [facet]: value } }).length;
            expect(counts[facet].get(value) ?? 0, `${facet} ${value}`).toBe(expected);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

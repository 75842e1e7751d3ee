import fc from "fast-check";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import { AnalystId, ClaimId, MarkId, TagId } from "../../model/id.ts";
import { type BinnedMark, compareMarks, type Mark } from "../../model/mark.ts";
import { pairOf } from "../../model/origin-verdict.ts";
import type { Project } from "../../model/project.ts";
import { METADATA_FIELDS, type Source } from "../../model/source.ts";
import { NOMINAL_DISTANCES, withDistance } from "../../model/stance-distances.ts";
import { knownId } from "../../testing/known-id.ts";
import { annotationsOf, claim, speaker } from "../../testing/project.ts";
import { exchangedProject } from "./exchanged-project.ts";

const [EARLY, LATE] = ["2021-05-06T07:08:09Z", "2023-03-04T05:06:07.089Z"];
const times = fc.constantFrom(EARLY, LATE);

/** Fields of a later version; mostly there are none. */
const unknown = fc.constantFrom<Readonly<Record<string, unknown>>>(
  ...[{}, {}, {}, { rank: 3 }, { "x-seen": { by: ["🛶", null, "e\u0301"] }, other: false }],
);

const noted = fc.constantFrom("Seen twice.", "ملاحظة 🛶 e\u0301", "two\nlines", "=1+1");

/** A source with all that people may have said of it. */
function said(source: Source): fc.Arbitrary<Source> {
  return fc
    .record({
      more: unknown,
      blockMore: unknown,
      guessed: fc.subarray([...METADATA_FIELDS]),
      note: fc.option(noted, { nil: undefined }),
      agency: fc.constantFrom(undefined, "AFP", "وكالة 🛶"),
      removed: fc.boolean(),
      date: fc.constantFrom("", "2022-11"),
      boilerplate: fc.array(fc.boolean(), { minLength: source.blocks.length, maxLength: source.blocks.length }),
    })
    .map(({ more, blockMore, note, agency, boilerplate, ...rest }) => ({
      ...source,
      ...more,
      ...rest,
      blocks: source.blocks.map((block, i) => ({
        ...block,
        ...(i === 0 && blockMore),
        boilerplate: boilerplate[i] ?? false,
      })),
      ...(note === undefined ? {} : { note }),
      ...(agency === undefined ? {} : { agency }),
    }));
}

/** A mark in which each part may have fields of a later version, and each tag a time of its own. */
function strewn(mark: Mark): fc.Arbitrary<Mark> {
  return fc
    .record({
      more: unknown,
      rangeMore: unknown,
      tagMore: unknown,
      at: fc.option(times, { nil: undefined }),
      createdAt: times,
    })
    .map(({ more, rangeMore, tagMore, at, createdAt }) => ({
      ...mark,
      ...more,
      createdAt,
      ranges: mark.ranges.map((range) => ({ ...range, ...rangeMore })),
      tags: mark.tags.map((tag) => ({ ...tag, ...tagMore, ...(at === undefined ? {} : { at }) })),
    }));
}

/** The same mark as somebody else has it, or had it before. */
function again(mark: Mark, n: number): Mark {
  const tags = mark.tags.map((tag, i) => ({ ...tag, id: knownId(TagId, 100_000 * n + i) }));
  return { ...mark, id: knownId(MarkId, 1_000 * n), tags };
}

/** What an analyst has in a set beside marks and claims, about sources and the first claim. */
function findings(sources: readonly Source[]): fc.Arbitrary<Partial<AnnotationSet>> {
  const ids = sources.map(({ id }) => id);
  const placed = fc
    .tuple(fc.subarray(ids), times, unknown)
    .map(([some, at, more]) => some.map((sourceId) => ({ sourceId, at, ...more })));
  const claimId = knownId(ClaimId, 1);
  return fc
    .record({
      cells: placed,
      notes: placed,
      done: placed,
      reveals: placed,
      note: noted,
      state: fc.constantFrom("not-mentioned" as const, "not-applicable" as const),
      verdict: fc.constantFrom("one-origin" as const, "independent" as const),
    })
    .map(({ cells, notes, done, reveals, note, state, verdict }) => {
      const [one, other] = ids;
      const judged = one && other ? [{ ...pairOf(one, other), verdict, at: LATE, ...(cells[0] && { rank: 1 }) }] : [];
      return {
        cells: cells.map((cell) => ({ ...cell, claimId, state })),
        ...(notes.length > 0 ? { cellNotes: notes.map((cell) => ({ ...cell, claimId, text: note })) } : {}),
        ...(judged.length > 0 ? { originVerdicts: judged } : {}),
        ...(done.length > 0 ? { done } : {}),
        ...(reveals.length > 0 ? { reveals } : {}),
      };
    });
}

/**
 * A project with everything that one can hold: the sets of two analysts who revised each other's claims, deleted marks and
 * claims, findings, progress, speakers, settings, what is said of sources, and fields of a later version everywhere.
 */
export const wholeProject: fc.Arbitrary<Project> = exchangedProject.chain(({ file, sources, sets: [set] }) => {
  const marks = set?.marks ?? [];
  return fc
    .record({
      sources: fc.tuple(...sources.map(said)),
      marks: fc.tuple(...marks.map(strewn)),
      binned: fc.array(fc.option(times), { minLength: marks.length, maxLength: marks.length }),
      own: findings(sources),
      others: findings(sources),
      more: unknown,
      analystMore: unknown,
      settingsMore: unknown,
      fileMore: unknown,
      aliases: fc.subarray(["MoD", "الوزارة", "e\u0301tat"]),
      adjudicated: fc.boolean(),
    })
    .map((drawn): Project => {
      const deleted = drawn.marks.flatMap((mark, i): BinnedMark[] => {
        const binnedAt = drawn.binned[i];
        return binnedAt ? [{ ...mark, binnedAt }] : [];
      });
      const live = drawn.marks.filter((_, i) => !drawn.binned[i]);
      const claims = (set?.claims ?? []).map((one, i) => (i === 0 ? { ...one, ...drawn.more } : one));
      const first = annotationsOf(1, {
        ...drawn.own,
        ...drawn.more,
        createdAt: EARLY,
        analyst: { id: knownId(AnalystId, 1), name: "Ada 🛶", ...drawn.analystMore },
        claims: [...claims, claim(8, { removed: true, revisedAt: LATE })],
        marks: live,
        ...(deleted.length > 0 ? { bin: deleted } : {}),
      });
      const second = annotationsOf(2, {
        ...drawn.others,
        claims: [
          claim(1, { text: "As the second one words it.", revisedAt: LATE, ...drawn.more }),
          claim(7, { label: "C1", parent: knownId(ClaimId, 1) }),
        ],
        marks: live.map((mark, i) => again(mark, i + 1)).sort(compareMarks),
      });
      const settings = {
        corroboratedBy: 3,
        ...drawn.settingsMore,
        ...(drawn.adjudicated
          ? { adjudicator: knownId(AnalystId, 2), stanceDistances: withDistance(NOMINAL_DISTANCES, 0, 2, 9) }
          : {}),
      };
      const speakers = [{ ...speaker(1, "Ministry", ...drawn.aliases), ...drawn.more }, speaker(2, "the mayor 🛶")];
      return {
        file: { ...file, settings, speakers, ...drawn.fileMore },
        sources: [...drawn.sources],
        sets: [first, second],
      };
    });
});

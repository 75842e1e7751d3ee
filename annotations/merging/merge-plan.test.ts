import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply } from "../commands/apply.ts";
import { AnnotationSet } from "../model/annotation-set.ts";
import { claimList } from "../model/claim-list.ts";
import { ClaimId, MarkId, ProjectId, SourceId } from "../model/id.ts";
import type { Mark } from "../model/mark.ts";
import { compareMarks } from "../model/mark.ts";
import type { OriginVerdict } from "../model/origin-verdict.ts";
import { annotationSet, type Project } from "../model/project.ts";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, speaker, tag } from "../testing/project.ts";
import { conflictNames, conflictSentence } from "./merge-conflict.ts";
import { batchOf, changesAnything, type MergePlan, mergePlan, type OtherCopy } from "./merge-plan.ts";
import type { Take } from "./merged-items.ts";
import { allMarks, MERGED_PARTS } from "./merged-set.ts";

const ferry = article("[The] [ferry] [sank] [at] [noon].", { outlet: "The Post" });
const bridge = article("The [bridge] [stood].", { id: knownId(SourceId, 2), order: 1, outlet: "The Echo" });
const [LATER, EARLIER] = ["2022-05-01T00:00:00Z", "2022-02-01T00:00:00Z"];

function copyOf(project: Project, fields: Partial<OtherCopy> = {}): OtherCopy {
  const { file, sources, sets } = project;
  return frozen({ file, sources, sets, claims: [], ...fields });
}

/** The project that a plan leads to, and its commands as well. */
function merged(here: Project, { sources, sets }: MergePlan): Project {
  const begun = { ...here, sources: [...here.sources, ...sources] };
  const newcomers = sets.filter(({ isNew }) => isNew).map(({ set }) => set);
  return sets
    .filter(({ isNew }) => !isNew)
    .reduce(
      (project: Project, { analyst, set, commands }) => {
        const batch = batchOf(commands);
        const after = batch ? apply(project, batch) : project;
        expect(annotationSet(after, analyst.id)).toEqual(set);
        return after;
      },
      { ...begun, sets: [...begun.sets, ...newcomers] },
    );
}

function merge(here: Project, there: Project, take: Take = "ours"): Project {
  return merged(here, mergePlan(frozen(here), copyOf(there), take));
}

/** Every id that counts in a project: nothing that is in either copy may be missing from this. */
function keysOf({ sources, sets }: Project): readonly string[] {
  return [
    ...sources.map(({ id }) => `source ${id}`),
    ...sets.flatMap((set) => [
      ...allMarks(set).map(({ id }) => `${set.analyst.id} mark ${id}`),
      ...set.claims.map(({ id }) => `${set.analyst.id} claim ${id}`),
      ...set.cells.map(({ claimId, sourceId }) => `${set.analyst.id} cell ${claimId} ${sourceId}`),
      ...(set.cellNotes ?? []).map(({ claimId, sourceId }) => `${set.analyst.id} note ${claimId} ${sourceId}`),
      ...(set.originVerdicts ?? []).map(({ a, b }) => `${set.analyst.id} verdict ${a} ${b}`),
      ...(set.done ?? []).map(({ sourceId }) => `${set.analyst.id} done ${sourceId}`),
      ...(set.reveals ?? []).map(({ sourceId }) => `${set.analyst.id} reveal ${sourceId}`),
    ]),
  ].sort();
}

function tagKeys({ sets }: Project): readonly string[] {
  return sets.flatMap(({ analyst, marks }) => marks.flatMap(({ tags }) => tags.map(({ id }) => `${analyst.id} ${id}`)));
}

/** In the order of ids, since which copy was first tells nothing. */
function inOrder({ sources, sets, ...rest }: Project): Project {
  return {
    ...rest,
    sources: sources.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    sets: sets.toSorted((a, b) => (a.analyst.id < b.analyst.id ? -1 : 1)),
  };
}

/** Sets of one analyst; each item has its content from its number alone where nothing may be in conflict. */
function setsOf(analyst: number, agreeing: boolean): fc.Arbitrary<AnnotationSet> {
  const variant = agreeing ? fc.constant(0) : fc.nat(2);
  const chosen = (most: number) => fc.subarray(Array.from({ length: most }, (_, i) => i + 1));
  const withVariant = (numbers: readonly number[]) =>
    fc.tuple(...numbers.map((n) => fc.tuple(fc.constant(n), variant)));
  const moments = fc
    .tuple(fc.subarray([ferry.source.id, bridge.source.id]), fc.constantFrom(AT, LATER, EARLIER))
    .map(([ids, at]) => ids.sort().map((sourceId) => ({ sourceId, at })));
  return fc
    .record({
      claims: chosen(4).chain((numbers) =>
        fc.tuple(...numbers.map((n) => fc.tuple(fc.constant(n), fc.constantFrom(AT, LATER, EARLIER), variant))),
      ),
      marks: chosen(6).chain(withVariant),
      cells: chosen(3).chain(withVariant),
      notes: chosen(3).chain(withVariant),
      verdicts: chosen(1).chain(withVariant),
      done: moments,
      reveals: moments,
    })
    .map(({ claims, marks, cells, notes, verdicts, done, reveals }) => {
      const made = marks.map(([n, v]) => markOf(analyst, n, v));
      const binned = made.filter((_, i) => (marks[i]?.[0] ?? 0) % 5 === (marks[i]?.[1] ?? 0));
      const cell = (n: number) => ({ claimId: knownId(ClaimId, n), sourceId: ferry.source.id, at: AT });
      return annotationsOf(analyst, {
        claims: claims.map(([n, revisedAt, v]) =>
          // Without conflicts a revision says when it was made.
          claim(n, { revisedAt, text: `Claim ${n}, ${agreeing ? revisedAt : v}` }),
        ),
        marks: made.filter((each) => !binned.includes(each)).sort(compareMarks),
        cells: cells.map(([n, v]) => ({ ...cell(n), state: v === 1 ? "not-applicable" : "not-mentioned" })),
        ...(binned.length > 0 ? { bin: binned.sort(compareMarks).map((each) => ({ ...each, binnedAt: AT })) } : {}),
        ...(verdicts.length > 0
          ? { originVerdicts: verdicts.map(([, v]) => verdict(v === 1 ? "one-origin" : "independent")) }
          : {}),
        ...(done.length > 0 ? { done } : {}),
        ...(reveals.length > 0 ? { reveals } : {}),
        ...(notes.length > 0 ? { cellNotes: notes.map(([n, v]) => ({ ...cell(n), text: `Note ${v}` })) } : {}),
      });
    });
}

function verdict(found: OriginVerdict["verdict"]): OriginVerdict {
  return { a: ferry.source.id, b: bridge.source.id, verdict: found, at: AT };
}

function markOf(analyst: number, n: number, variant: number): Mark {
  const place = n % 2 === 0 ? bridge : ferry;
  const ranges = place.ranges.slice(0, 1 + (variant % 2));
  // A tag may be on another mark in another copy.
  const tagNumber = 100 * analyst + n + (variant === 2 ? 1 : 0);
  return {
    ...mark(100 * analyst + n, { ...place, ranges }, tag(tagNumber, 1 + (n % 4), "supports")),
    id: knownId(MarkId, 100 * analyst + n),
    future: variant,
  };
}

/** All claims stand in a set that both copies have, so that every tag finds its own. */
const codebook = annotationsOf(9, { claims: [1, 2, 3, 4].map((n) => claim(n)) });

function projects(agreeing: boolean): fc.Arbitrary<Project> {
  return fc
    .tuple(fc.option(setsOf(1, agreeing), { nil: null }), fc.option(setsOf(2, agreeing), { nil: null }))
    .map((sets) => sane(projectOf([ferry.source, bridge.source], [...sets.filter((set) => set !== null), codebook])));
}

/** Without tags that one set has twice, which no program writes. */
function sane(project: Project): Project {
  const sets = project.sets.map((set) => {
    const seen = new Set<string>();
    const isFirst = ({ tags }: Mark) => tags.every(({ id }) => !seen.has(id) && seen.add(id));
    return { ...set, marks: set.marks.filter(isFirst) };
  });
  return { ...project, sets };
}

const takes = fc.constantFrom<Take>("ours", "theirs");

describe("a merge", () => {
  it("changes nothing in a project that holds the copy already", () => {
    fc.assert(
      fc.property(projects(false), takes, (project, take) => {
        const plan = mergePlan(frozen(project), copyOf(project), take);
        expect(changesAnything(plan)).toBe(false);
        expect(plan.sets.flatMap(({ conflicts }) => conflicts)).toEqual([]);
        expect(merged(project, plan)).toEqual(project);
      }),
    );
  });

  it("loses nothing of either copy and doubles nothing", () => {
    fc.assert(
      fc.property(projects(false), projects(false), takes, (here, there, take) => {
        const after = merge(here, there, take);
        const keys = keysOf(after);
        expect(keys).toEqual([...new Set([...keysOf(here), ...keysOf(there)])].sort());
        expect(new Set(tagKeys(after)).size).toBe(tagKeys(after).length);
      }),
    );
  });

  it("does the same once or twice", () => {
    fc.assert(
      fc.property(projects(false), projects(false), takes, (here, there, take) => {
        const once = merge(here, there, take);
        expect(merge(once, there, take)).toEqual(once);
      }),
    );
  });

  it("leads to the same project whichever colleague comes first, where they do not contradict each other", () => {
    fc.assert(
      fc.property(projects(true), projects(true), projects(true), (here, one, other) => {
        expect(inOrder(merge(merge(here, one), other))).toEqual(inOrder(merge(merge(here, other), one)));
        expect(inOrder(merge(one, other))).toEqual(inOrder(merge(other, one)));
      }),
    );
  });

  it("keeps ours where both have other content, and theirs only where that is asked for", () => {
    fc.assert(
      fc.property(projects(false), projects(false), takes, (here, there, take) => {
        const after = merge(here, there, take);
        for (const ours of here.sets) {
          const theirs = there.sets.find(({ analyst }) => analyst.id === ours.analyst.id);
          const result = after.sets.find(({ analyst }) => analyst.id === ours.analyst.id);
          if (!theirs || !result) continue;
          const [winner, loser] = take === "ours" ? [ours, theirs] : [theirs, ours];
          expect(allMarks(result)).toEqual(expect.arrayContaining([...allMarks(winner)]));
          expect(result.cells).toEqual(expect.arrayContaining([...winner.cells]));
          expect(result.originVerdicts ?? []).toEqual(expect.arrayContaining([...(winner.originVerdicts ?? [])]));
          expect(result.cellNotes ?? []).toEqual(expect.arrayContaining([...(winner.cellNotes ?? [])]));
          for (const { sourceId, at } of [...(ours.reveals ?? []), ...(theirs.reveals ?? [])]) {
            const kept = result.reveals?.find((reveal) => reveal.sourceId === sourceId);
            expect(Date.parse(kept?.at ?? "")).toBeLessThanOrEqual(Date.parse(at));
          }
          for (const kept of winner.claims) {
            const other = loser.claims.find(({ id }) => id === kept.id);
            const isLater = other !== undefined && Date.parse(other.revisedAt) > Date.parse(kept.revisedAt);
            expect(result.claims).toContainEqual(isLater ? other : kept);
          }
        }
      }),
    );
  });

  it("adds a colleague's whole set, with what this version does not know of it", () => {
    const theirs = annotationsOf(2, {
      claims: [claim(1)],
      marks: [mark(1, ferry, tag(1, 1, "supports"))],
      future: { a: 1 },
    });
    const here = projectOf([ferry.source], []);
    const plan = mergePlan(here, copyOf(projectOf([ferry.source], [theirs])), "ours");
    expect(plan.sets.map(({ set, isNew, counts }) => [set, isNew, counts.marks.added, counts.claims.added])).toEqual([
      [theirs, true, 1, 1],
    ]);
  });

  it("leaves no list of a set out", () => {
    const others = ["schemaVersion", "projectId", "analyst", "createdAt", "journalThrough"];
    expect(Object.keys(AnnotationSet.shape).sort()).toEqual([...others, ...MERGED_PARTS].sort());
  });

  it("brings sources with their texts", () => {
    const here = projectOf([ferry.source], []);
    const theirs = annotationsOf(2, { claims: [claim(1)], marks: [mark(1, bridge, tag(1, 1, "supports"))] });
    const plan = mergePlan(here, copyOf(projectOf([ferry.source, bridge.source], [theirs])), "ours");
    expect(plan.sources).toEqual([bridge.source]);
  });

  it("says what stays as it is although the copies differ in it", () => {
    const here = projectOf([ferry.source], [annotationsOf(1)]);
    const there = projectOf([{ ...ferry.source, author: "A. Diallo" }], [annotationsOf(1, { future: 1 })], {
      title: "Kolda II",
      settings: { corroboratedBy: 3 },
      speakers: [speaker(1, "The mayor")],
    });
    expect(mergePlan(here, copyOf(there), "ours")).toMatchObject({
      speakers: [speaker(1, "The mayor")],
      stays: ["the title", "the settings", "the details of The Post", "“future” of the set of Analyst 1"],
    });
    const renamed = projectOf([ferry.source], [annotationsOf(1)], { speakers: [speaker(1, "The mayor", "Ms Bell")] });
    const plan = mergePlan(projectOf([ferry.source], [annotationsOf(1)], there.file), copyOf(renamed), "ours");
    expect([plan.speakers, plan.stays]).toEqual([[], expect.arrayContaining(["the names of The mayor"])]);
  });

  it("names each conflict in a sentence", () => {
    const ours = annotationsOf(1, {
      claims: [claim(1), claim(2)],
      marks: [mark(1, ferry, tag(1, 1, "supports")), mark(3, bridge)],
      cells: [{ claimId: knownId(ClaimId, 2), sourceId: bridge.source.id, state: "not-mentioned", at: AT }],
      cellNotes: [{ claimId: knownId(ClaimId, 2), sourceId: bridge.source.id, text: "Nothing.", at: AT }],
      originVerdicts: [verdict("one-origin")],
      done: [{ sourceId: ferry.source.id, at: AT, why: "late" }],
      reveals: [{ sourceId: ferry.source.id, at: AT, why: "late" }],
    });
    const theirs = annotationsOf(1, {
      claims: [claim(1, { text: "Other words" }), claim(2)],
      marks: [
        mark(2, { ...ferry, ranges: ferry.ranges.slice(1, 2) }, tag(1, 1, "supports")),
        { ...mark(1, ferry), note: "?" },
      ],
      bin: [{ ...mark(3, bridge), binnedAt: AT }],
      cells: [{ claimId: knownId(ClaimId, 2), sourceId: bridge.source.id, state: "not-applicable", at: AT }],
      cellNotes: [{ claimId: knownId(ClaimId, 2), sourceId: bridge.source.id, text: "Look again.", at: AT }],
      originVerdicts: [verdict("independent")],
      done: [{ sourceId: ferry.source.id, at: AT }],
      reveals: [{ sourceId: ferry.source.id, at: AT }],
    });
    const sources = [ferry.source, bridge.source];
    const here = projectOf(sources, [ours]);
    const { sets } = mergePlan(here, copyOf(projectOf(sources, [theirs])), "ours");
    const names = conflictNames(claimList(here), sources);
    expect(sets.flatMap(({ conflicts }) => conflicts.map((conflict) => conflictSentence(conflict, names)))).toEqual([
      "The mark “The … ferry … sank … at … noon” in The Post, for C1: other tags, note there.",
      "The mark “bridge … stood” in The Echo: it is in the bin there, and not here.",
      "The mark “ferry” in The Post, for C1: its tag for C1 is on another mark in the other copy.",
      "Claim C1: other wording there.",
      "C2 in The Echo: ∅ here, n/a there.",
      "The note on C2 in The Echo differs.",
      "The Post and The Echo: one origin here, independent there.",
      "What is said of The Post being done: other why there.",
      "The reveal of The Post: other why there.",
    ]);
  });
});

describe("a merge is refused", () => {
  const theirs = annotationsOf(2, { claims: [claim(1)], marks: [mark(1, ferry, tag(1, 1, "supports"))] });
  const here = projectOf([ferry.source], []);
  const refusal = (there: Partial<OtherCopy>) => () =>
    mergePlan(here, copyOf(projectOf([ferry.source], [theirs]), there), "ours");

  it("of another project", () => {
    expect(refusal({ file: { ...here.file, id: knownId(ProjectId, 2) } })).toThrow(/not a copy of the same project/);
    expect(refusal({ file: null, sets: [{ ...theirs, projectId: knownId(ProjectId, 2) }] })).toThrow(
      /not a copy of the same project/,
    );
  });

  it("where a text is another one", () => {
    expect(refusal({ sources: [{ ...ferry.source, sha256: "1".repeat(64) }] })).toThrow(
      /^The text of “The Post” is not/,
    );
  });

  it("where a mark quotes what the text does not say there", () => {
    const astray = { ...mark(1, ferry), ranges: ferry.ranges.slice(0, 1).map((range) => ({ ...range, quote: "A" })) };
    expect(refusal({ sets: [{ ...theirs, marks: [astray] }] })).toThrow(
      /^A mark of Analyst 2 does not stand where it says: “A” .* is not what The Post says there/,
    );
  });

  it("where marks are in articles that neither copy has", () => {
    const marks = [mark(1, bridge), mark(2, bridge)];
    expect(refusal({ file: null, sources: [], sets: [{ ...theirs, marks }] })).toThrow(
      /^2 entries of Analyst 2 .* belong to an article that is not in this project .*: merge the project folder/,
    );
  });

  it("where a mark is in another analyst's set already", () => {
    const owned = projectOf([ferry.source], [annotationsOf(1, { marks: [mark(1, ferry)] })]);
    expect(() => mergePlan(owned, copyOf(here, { sets: [theirs] }), "ours")).toThrow(
      /^Mark .* of Analyst 2 is in the set of Analyst 1 already/,
    );
  });

  it("where a claim is in no set, unless an export lists it", () => {
    const without = { ...theirs, claims: [] };
    expect(refusal({ sets: [without] })).toThrow(/^Analyst 2 speaks of a claim of somebody else that no set has/);
    const claims = claimList(projectOf([ferry.source], [annotationsOf(3, { claims: [claim(1), claim(2)] })]));
    const [plan] = mergePlan(here, copyOf(here, { sets: [without], claims }), "ours").sets;
    expect(plan?.set.claims).toEqual([claim(1)]);
  });

  it("where a set has what no command could make, before anything is changed", () => {
    const doubled = [mark(1, ferry, tag(1, 1, "supports")), mark(2, ferry, tag(1, 1, "refutes"))];
    expect(refusal({ sets: [{ ...theirs, marks: doubled }] })).toThrow(
      /^The set of Analyst 2 cannot be merged: Another mark of the annotation set has a tag with this id\.$/,
    );
  });
});

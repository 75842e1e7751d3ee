import { describe, expect, it } from "vitest";
import { applyAll, stepFrom } from "../../commands/step.ts";
import { batchOf } from "../../merging/merge-plan.ts";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import { AnalystId, ClaimId, ProjectId, SourceId } from "../../model/id.ts";
import type { Project } from "../../model/project.ts";
import { article } from "../../testing/article.ts";
import { frozen } from "../../testing/frozen.ts";
import { knownId } from "../../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, speaker, tag } from "../../testing/project.ts";
import { readingCommands } from "../reading/reading-commands.ts";
import { type ConflictChoice, type ReadingPlan, readingPlan } from "../reading/reading-plan.ts";
import {
  hasConflicts,
  readingSentences,
  readsAnything,
  sharedSentences,
  stayingParts,
} from "../reading/reading-report.ts";
import { sharedCommands } from "../reading/shared-commands.ts";
import { writtenFiles } from "../testing/round-trip.ts";
import { annotationSetJson } from "./annotation-set-json.ts";
import { annotationSetReader } from "./annotation-set-reader.ts";

const LATER = "2022-02-02T00:00:00Z";
const ferry = article("The [ferry] sank at [noon].", { outlet: "The Post" });
const bridge = article("The [bridge] stood.", { id: knownId(SourceId, 2), order: 1, outlet: "The Echo" });
const { source } = ferry;

/** A project in which analyst 1 has marked something, with these things in the set and in what all share. */
function projectWith(own: Partial<AnnotationSet> = {}, file: Partial<Project["file"]> = {}, changed = source): Project {
  const set = annotationsOf(1, { claims: [claim(1)], marks: [mark(1, ferry, tag(1, 1, "supports"))], ...own });
  return frozen(projectOf([changed, bridge.source], [set], file));
}

/** The plan of reading the export of another project into one, for the set of analyst 1. */
function planOf(here: Project, there: Project, conflicts: ConflictChoice = "both"): ReadingPlan {
  const read = annotationSetReader.read(writtenFiles(annotationSetJson, there));
  const none = { sources: new Map(), labels: new Map(), placed: new Map(), accepted: new Set<never>() };
  return readingPlan(here, read, { analyst: knownId(AnalystId, 1), ...none, conflicts });
}

function stepOf(here: Project, plan: ReadingPlan) {
  const batch = batchOf(readingCommands(here, plan, LATER));
  const stamp = { analyst: knownId(AnalystId, 1), at: LATER };
  return stepFrom(here, "reading", [...(batch ? [batch] : []), ...sharedCommands(here, plan, stamp)]);
}

function readInto(here: Project, there: Project, conflicts?: ConflictChoice): Project {
  return applyAll(here, stepOf(here, planOf(here, there, conflicts)).done);
}

function saidOf(plan: ReadingPlan): readonly string[] {
  return [...readingSentences(plan), ...sharedSentences(plan)];
}

const cell = { claimId: knownId(ClaimId, 1), sourceId: bridge.source.id, state: "not-mentioned", at: AT } as const;
const note = { claimId: knownId(ClaimId, 1), sourceId: bridge.source.id, text: "Read twice.", at: AT };
const origin = { a: source.id, b: bridge.source.id, verdict: "one-origin", at: AT } as const;

describe("reading the export of a project into one that has content", () => {
  it("adds nothing where all of it is here", () => {
    const here = projectWith(
      { cells: [cell], cellNotes: [note], originVerdicts: [origin] },
      { speakers: [speaker(1, "MoD")] },
    );
    const plan = planOf(here, here);
    expect([readsAnything(plan), hasConflicts(plan), stayingParts(plan)]).toEqual([false, false, []]);
    expect(readingSentences(plan)).toEqual([
      "1 mark is here already.",
      "2 findings on cells are here already.",
      "1 finding on common origins is here already.",
    ]);
    expect(readInto(here, here)).toEqual(here);
  });

  it("names what all share and stays as it is here, and takes it where the file’s version counts", () => {
    const said = { title: "The Ferry", note: "A wire report.", agency: "AFP", order: 3 };
    const here = projectWith(
      {},
      { speakers: [speaker(1, "MoD", "the ministry"), speaker(3, "Omar")] },
      { ...source, note: "Mine.", title: "A ferry" },
    );
    const there = projectWith(
      {},
      {
        settings: { corroboratedBy: 4, theme: "dark" },
        speakers: [speaker(1, "Ministry", "MINDEF"), speaker(2, "Ba")],
      },
      { ...source, ...said },
    );
    const plan = planOf(here, there);
    expect(stayingParts(plan)).toEqual([
      "how many origins corroborate a claim",
      "the note of The Post",
      "the title of The Post",
      "the order of the articles and which are in view",
      "the names of MoD",
    ]);
    expect(saidOf(plan)).toEqual([
      "1 mark is here already.",
      "The details of 1 article as in the file.",
      "1 new speaker.",
      "1 speaker with further names.",
      "The settings of the project as in the file.",
    ]);
    const kept = readInto(here, there);
    expect(kept.sources[0]).toEqual({ ...source, note: "Mine.", title: "A ferry", agency: "AFP" });
    expect(kept.file).toMatchObject({ settings: { corroboratedBy: 2, theme: "dark" } });
    expect(kept.file.speakers).toEqual([
      speaker(1, "MoD", "the ministry", "MINDEF"),
      speaker(3, "Omar"),
      speaker(2, "Ba"),
    ]);
    const taken = readInto(here, there, "theirs");
    expect(taken.sources[0]).toEqual({ ...source, ...said, order: 0 });
    expect(taken.file.settings).toEqual(there.file.settings);
    expect(taken.file.speakers?.[0]).toEqual(speaker(1, "Ministry", "MINDEF", "the ministry", "MoD"));
    expect(stayingParts(planOf(here, there, "theirs"))).toEqual(["the order of the articles and which are in view"]);
  });

  it("takes the later revision of a claim, and what is here where nothing tells", () => {
    const revision = (text: string, revisedAt = AT) => ({ claims: [claim(1, { text, revisedAt })] });
    const here = projectWith(revision("Mine."));
    const later = projectWith(revision("Theirs.", LATER));
    expect(saidOf(planOf(here, later))[0]).toBe("1 claim as the file’s analysts have worded it.");
    expect(readInto(here, later).sets[0]?.claims).toEqual(later.sets[0]?.claims);
    expect(saidOf(planOf(later, here))[0]).toBe("1 claim has a later revision here, which stays.");
    expect(readInto(later, here)).toEqual(later);
    const other = projectWith(revision("Theirs."));
    expect(saidOf(planOf(here, other))[0]).toBe("1 claim is otherwise here, which stays.");
    expect(readInto(here, other)).toEqual(here);
    expect(readInto(here, other, "theirs")).toEqual(other);
  });

  it("keeps two claims of one wording apart, as the file does", () => {
    const there = projectWith({ claims: [claim(1), claim(7, { text: "Claim 1", label: "C1" })] });
    expect(readInto(projectWith(), there)).toEqual(there);
    expect(saidOf(planOf(there, there))).toEqual(["1 mark is here already."]);
  });

  it("leaves findings as they are here unless the file’s version counts", () => {
    const here = projectWith({ cells: [cell], cellNotes: [note], originVerdicts: [origin] });
    const there = projectWith({
      cells: [{ ...cell, state: "not-applicable" }],
      cellNotes: [{ ...note, text: "Read once." }],
      originVerdicts: [{ ...origin, verdict: "independent" }],
    });
    expect(readingSentences(planOf(here, there))).toEqual([
      "1 mark is here already.",
      "2 findings on cells differ from what is here, which stays.",
      "1 finding on common origins differs from what is here, which stays.",
    ]);
    expect(readInto(here, there)).toEqual(here);
    expect(readInto(here, there, "theirs")).toEqual(there);
  });

  it("leaves a mark where it is that only one side has deleted, and brings deleted marks to the bin", () => {
    const [own] = projectWith().sets[0]?.marks ?? [];
    if (!own) throw new Error("the set has a mark");
    const binned = { ...own, binnedAt: AT };
    const deleted = projectWith({ marks: [], bin: [binned] });
    expect(readingSentences(planOf(projectWith(), deleted))).toEqual([
      "1 mark was deleted in the file, and stays here.",
    ]);
    expect(readInto(projectWith(), deleted)).toEqual(projectWith());
    expect(readingSentences(planOf(deleted, projectWith()))).toEqual(["1 mark is in the bin here, and stays there."]);
    expect(readInto(deleted, projectWith())).toEqual(deleted);
    const bare = projectWith({ marks: [] });
    expect(readingSentences(planOf(bare, deleted))).toEqual(["1 deleted mark for the bin."]);
    expect(readInto(bare, deleted)).toEqual(deleted);
    const otherwise = projectWith({ marks: [], bin: [{ ...binned, note: "Why?" }] });
    expect(readInto(deleted, otherwise, "theirs")).toEqual(otherwise);
    expect(readInto(deleted, otherwise, "both").sets[0]?.bin).toHaveLength(2);
  });

  it("takes when a tag was changed, and fields of a later version, for a difference", () => {
    const [own] = projectWith().sets[0]?.marks ?? [];
    if (!own) throw new Error("the set has a mark");
    for (const other of [
      { ...own, createdAt: LATER },
      { ...own, colour: "blue" },
      { ...own, tags: own.tags.map((one) => ({ ...one, at: LATER })) },
      { ...own, ranges: own.ranges.map((range) => ({ ...range, page: 3 })) },
    ]) {
      const there = projectWith({ marks: [other] });
      expect(readingSentences(planOf(projectWith(), there, "theirs"))[0]).toContain(
        "1 mark is here with other content",
      );
      expect(readInto(projectWith(), there, "theirs")).toEqual(there);
    }
  });

  it("takes what is done and was shown for its owner’s set alone, and no undo takes a reveal away", () => {
    const progress = { done: [{ sourceId: source.id, at: AT }], reveals: [{ sourceId: source.id, at: AT }] };
    const here = projectWith();
    const own = planOf(here, projectWith(progress));
    expect(readingSentences(own)).toEqual([
      "1 mark is here already.",
      "1 article is done.",
      "1 article of which others’ marks were shown.",
    ]);
    const step = stepOf(here, own);
    expect(applyAll(here, step.done)).toEqual(projectWith(progress));
    expect(applyAll(applyAll(here, step.done), step.inverse)).toEqual(projectWith({ reveals: progress.reveals }));
    const others = projectOf([source], [annotationsOf(2, progress)]);
    expect(readingSentences(planOf(here, others))).toEqual([
      "2 times when an article was done or shown are left out, being said of somebody else than the owner of this set.",
    ]);
    expect(readInto(here, others)).toEqual(here);
  });

  it("is taken back in one step", () => {
    const here = projectWith({}, { speakers: [speaker(1, "MoD")] });
    const there = projectWith(
      { cells: [cell], bin: [{ ...mark(7, bridge, tag(7, 1, "mixed")), binnedAt: AT }], originVerdicts: [origin] },
      {
        id: knownId(ProjectId, 2),
        settings: { corroboratedBy: 3, depth: 2 },
        speakers: [speaker(1, "Ministry")],
        folder: "a",
      },
      { ...source, note: "A wire report.", rank: 2 },
    );
    for (const conflicts of ["both", "theirs"] as const) {
      const { done, inverse } = stepOf(here, planOf(here, there, conflicts));
      expect(applyAll(applyAll(here, done), inverse)).toEqual(here);
      expect(applyAll(here, done)).not.toEqual(here);
    }
  });

  it("names fields of sets for which there is no place here", () => {
    const there = projectWith({ phase: "pilot", analyst: { id: knownId(AnalystId, 1), name: "Analyst 1", team: "A" } });
    expect(planOf(projectWith(), there).stays).toEqual([
      "“team” of the set of Analyst 1",
      "“phase” of the set of Analyst 1",
    ]);
    expect(planOf(there, there).stays).toEqual([]);
  });
});

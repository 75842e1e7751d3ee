import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnalystId, ClaimId, MarkId, SourceId, SpeakerId, TagId } from "../model/id.ts";
import type { Mark } from "../model/mark.ts";
import { Project } from "../model/project.ts";
import { METADATA_FIELDS } from "../model/source.ts";
import { STANCES } from "../model/stance.ts";
import { NOMINAL_DISTANCES } from "../model/stance-distances.ts";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, speaker, tag } from "../testing/project.ts";
import { VALUES } from "../testing/values.ts";
import { apply, revisionOf } from "./apply.ts";
import type { Command, SimpleCommand } from "./command.ts";
import { invert } from "./invert.ts";
import { Refusal } from "./refusal.ts";

const ferry = article("[The] [ferry 🛶] sank.\nNobody [drowned] there.");
const bridge = article("The [bridge] [stood].", { id: knownId(SourceId, 2), order: 1 });

const start: Project = frozen(
  projectOf(
    [ferry.source, bridge.source],
    [
      annotationsOf(1, { claims: [claim(1)], marks: [mark(1, ferry, tag(1, 1, "supports"))] }),
      annotationsOf(2, {
        claims: [claim(2)],
        marks: [mark(2, bridge, tag(2, 1, "refutes"))],
        cells: [{ claimId: knownId(ClaimId, 2), sourceId: knownId(SourceId, 1), state: "not-applicable", at: AT }],
      }),
    ],
    { speakers: [speaker(1, "Ministry", "MoD")] },
  ),
);

/** Few enough ids that most commands meet something; the highest of each is never there at first. */
const oneOf = (...numbers: readonly number[]) => fc.constantFrom(...numbers);
const analysts = oneOf(1, 2, 2, 1, 9).map((n) => knownId(AnalystId, n));
const claimNumbers = oneOf(1, 2, 3);
const claimIds = claimNumbers.map((n) => knownId(ClaimId, n));
const markIds = oneOf(1, 2, 3).map((n) => knownId(MarkId, n));
const sourceIds = oneOf(1, 2, 1, 2, 9).map((n) => knownId(SourceId, n));
const pairs = oneOf(2, 2, 9).map((n) => ({ a: knownId(SourceId, 1), b: knownId(SourceId, n) }));
const times = oneOf(1, 2, 3).map((day) => `2022-02-0${day}T00:00:00Z`);
const tags = fc
  .tuple(oneOf(1, 2, 3, 4), claimNumbers, fc.constantFrom(...STANCES), fc.constantFrom(undefined, ...VALUES))
  .map(([n, claimNumber, stance, value]) => tag(n, claimNumber, stance, value && { value }));
const marks: fc.Arbitrary<Mark> = fc
  .tuple(oneOf(1, 2, 3, 4), fc.constantFrom(ferry, bridge), fc.nat(2), fc.array(tags, { maxLength: 3 }))
  .map(([n, { source, ranges }, from, marked]) => mark(n, { source, ranges: ranges.slice(from) }, ...marked))
  .filter(({ ranges }) => ranges.length > 0);
const speakers = fc
  .tuple(oneOf(1, 2, 3), fc.constantFrom("Ministry", "Omar"), fc.subarray(["the ministry", "Omar"]))
  .map(([n, name, aliases]) => speaker(n, name, ...aliases));

const simpleCommands: fc.Arbitrary<SimpleCommand> = fc.tuple(analysts, times).chain(([analyst, at]) =>
  fc
    .oneof(
      fc.record({ kind: fc.constant("add-mark"), mark: marks }),
      fc.record({ kind: fc.constant("remove-mark"), markId: markIds }),
      fc.record({
        kind: fc.constant("put-ranges"),
        markId: markIds,
        ranges: fc.oneof(
          fc.constantFrom(ferry.ranges, bridge.ranges),
          fc.subarray([...ferry.ranges], { minLength: 1 }),
        ),
      }),
      fc.record({
        kind: fc.constant("revise-mark"),
        markId: markIds,
        ...{ toDiscuss: fc.constantFrom(undefined, true, false), note: fc.constantFrom(undefined, "", "Look again.") },
      }),
      fc.record({
        kind: fc.constant("put-binned"),
        mark: fc.tuple(marks, times).map(([one, binnedAt]) => ({ ...one, binnedAt })),
      }),
      fc.record({ kind: fc.constant("drop-binned"), markId: oneOf(1, 2, 3, 4).map((n) => knownId(MarkId, n)) }),
      fc.record({ kind: fc.constant("put-tag"), markId: markIds, index: fc.nat(4), tag: tags }),
      fc.record({ kind: fc.constant("remove-tag"), markId: markIds, tagId: tags.map(({ id }) => id) }),
      fc.record({
        kind: fc.constant("put-claim"),
        claim: fc.tuple(claimNumbers, times).map(([n, revisedAt]) => claim(n, { revisedAt, removed: n === 3 })),
      }),
      fc.record({ kind: fc.constant("drop-claim"), claimId: claimIds }),
      fc.record({
        kind: fc.constant("set-cell"),
        claimId: claimIds,
        sourceId: sourceIds,
        state: fc.constantFrom("not-mentioned", "not-applicable", "not-reviewed"),
        ...{ more: fc.constantFrom({ colour: "blue" }, {}) },
      }),
      fc.record({
        kind: fc.constant("put-cell-note"),
        note: fc.record({ claimId: claimIds, sourceId: sourceIds, text: fc.constantFrom("Odd.", "Late."), at: times }),
      }),
      fc.record({ kind: fc.constant("drop-cell-note"), claimId: claimIds, sourceId: sourceIds }),
      fc.record({
        kind: fc.constant("put-origin-verdict"),
        verdict: fc
          .tuple(pairs, fc.constantFrom("one-origin", "independent"), times)
          .map(([pair, verdict, saidAt]) => ({ ...pair, verdict, at: saidAt })),
      }),
      pairs.map((pair) => ({ kind: "drop-origin-verdict" as const, ...pair })),
      fc.record({ kind: fc.constant("put-done"), done: fc.record({ sourceId: sourceIds, at: times }) }),
      fc.record({ kind: fc.constant("drop-done"), sourceId: sourceIds }),
    )
    .map((change) => ({ ...change, analyst, at })),
);

const commands: fc.Arbitrary<Command> = fc.oneof(
  { weight: 9, arbitrary: simpleCommands },
  fc.tuple(analysts, times, fc.array(simpleCommands, { minLength: 1, maxLength: 4 })).map(([analyst, at, parts]) => ({
    kind: "batch" as const,
    analyst,
    at,
    commands: parts.map((part) => ({ ...part, analyst })),
  })),
  fc
    .record({
      sourceId: sourceIds,
      title: fc.constantFrom("", "The Ferry"),
      guessed: fc.subarray([...METADATA_FIELDS]),
      boilerplate: fc.subarray([0, 18, 99]),
      order: fc.nat(3),
      removed: fc.boolean(),
      ...{ note: fc.constantFrom("A wire report.", "", null, undefined) },
      agency: fc.constantFrom("AFP", null, undefined),
      more: fc.constantFrom({ country: "ML" }, { rank: [1], seen: null }, {}, undefined),
    })
    .map(({ title, sourceId, ...fields }) => {
      const stamp = { analyst: knownId(AnalystId, 1), at: AT, sourceId };
      const revision = revisionOf(start, { ...stamp, sourceId: knownId(SourceId, 1) });
      return { ...revision, ...stamp, ...fields, metadata: { ...revision.metadata, title } };
    }),
  fc
    .record(
      {
        analyst: analysts,
        at: times,
        title: fc.constantFrom("Kolda", "River"),
        corroboratedBy: fc.integer({ min: 1, max: 5 }),
        adjudicator: fc.option(analysts),
        stanceDistances: fc.constantFrom(NOMINAL_DISTANCES, null),
        more: fc.constantFrom({ folder: { name: "a" } }, {}),
        moreSettings: fc.constantFrom({ theme: "dark" }, { depth: 2 }, {}),
      },
      { requiredKeys: ["analyst", "at", "title"] },
    )
    .map((fields) => ({ kind: "revise-project" as const, ...fields })),
  fc
    .record({ analyst: analysts, at: times, index: fc.nat(4), speaker: speakers })
    .map((fields) => ({ kind: "put-speaker" as const, ...fields })),
  fc
    .record({ analyst: analysts, at: times, speakerId: speakers.map(({ id }) => id) })
    .map((fields) => ({ kind: "drop-speaker" as const, ...fields })),
);

/** The project after the command, or null where it was refused; any other fault fails the test. */
function attempt(project: Project, command: Command): Project | null {
  try {
    return frozen(apply(project, command));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

describe("invert", () => {
  it("gives the command that takes any fitting command back, one by one and all in a row", () => {
    const fitted = new Set<Command["kind"]>();
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 25, size: "max" }), (sequence) => {
        let project = start;
        const inverses: Command[] = [];
        for (const command of sequence) {
          const after = attempt(project, frozen(command));
          if (!after) continue;
          const inverse = invert(project, command);
          expect(apply(after, inverse)).toStrictEqual(project);
          fitted.add(command.kind);
          inverses.unshift(inverse);
          project = after;
        }
        expect(Project.parse(project)).toEqual(project);
        expect(inverses.reduce<Project>(apply, project)).toStrictEqual(start);
      }),
      { numRuns: 1_000 },
    );
    expect([...fitted].sort()).toEqual([
      "add-mark",
      "batch",
      "drop-binned",
      "drop-cell-note",
      "drop-claim",
      "drop-done",
      "drop-origin-verdict",
      "drop-speaker",
      "put-binned",
      "put-cell-note",
      "put-claim",
      "put-done",
      "put-origin-verdict",
      "put-ranges",
      "put-speaker",
      "put-tag",
      "remove-mark",
      "remove-tag",
      "revise-mark",
      "revise-project",
      "revise-source",
      "set-cell",
    ]);
  });

  it("inverts the inverse to something that does the same as the command", () => {
    fc.assert(
      fc.property(commands, (command) => {
        const after = attempt(start, command);
        if (!after) return;
        const again = invert(after, invert(start, command));
        expect(apply(start, again)).toStrictEqual(after);
      }),
    );
  });

  it("takes a mark that was there already back by adding it again, which changes nothing either", () => {
    const again: Command = {
      ...{ kind: "add-mark", analyst: knownId(AnalystId, 1), at: AT },
      mark: mark(1, ferry, tag(1, 1, "supports")),
    };
    expect(invert(start, again)).toEqual(again);
    expect(apply(apply(start, again), invert(start, again))).toBe(start);
  });

  it("takes no reveal back: it is recorded again, which changes nothing", () => {
    const reveal: Command = {
      ...{ kind: "add-reveal", analyst: knownId(AnalystId, 1), at: AT },
      reveal: { sourceId: knownId(SourceId, 1), at: AT },
    };
    const revealed = apply(start, reveal);
    expect(apply(revealed, invert(start, reveal))).toBe(revealed);
  });

  it("undoes a batch from its last command to its first", () => {
    const made = { analyst: knownId(AnalystId, 1), at: AT };
    const batch: Command = {
      kind: "batch",
      ...made,
      commands: [
        { kind: "put-claim", ...made, claim: claim(5) },
        { kind: "put-tag", ...made, markId: knownId(MarkId, 1), index: 0, tag: tag(5, 5, "mixed") },
      ],
    };
    expect(invert(start, batch)).toEqual({
      kind: "batch",
      ...made,
      commands: [
        { kind: "remove-tag", ...made, markId: knownId(MarkId, 1), tagId: knownId(TagId, 5) },
        { kind: "drop-claim", ...made, claimId: knownId(ClaimId, 5) },
      ],
    });
  });

  it.each<[string, Command]>([
    ["an unknown analyst", { kind: "remove-mark", analyst: knownId(AnalystId, 9), at: AT, markId: knownId(MarkId, 1) }],
    ["an unknown mark", { kind: "remove-mark", analyst: knownId(AnalystId, 1), at: AT, markId: knownId(MarkId, 9) }],
    [
      "an unknown tag",
      {
        kind: "remove-tag",
        analyst: knownId(AnalystId, 1),
        at: AT,
        markId: knownId(MarkId, 1),
        tagId: knownId(TagId, 9),
      },
    ],
    [
      "an unknown source",
      {
        ...revisionOf(start, { analyst: knownId(AnalystId, 1), at: AT, sourceId: knownId(SourceId, 1) }),
        sourceId: knownId(SourceId, 9),
      },
    ],
    [
      "an unknown speaker",
      { kind: "drop-speaker", analyst: knownId(AnalystId, 1), at: AT, speakerId: knownId(SpeakerId, 9) },
    ],
  ])("refuses %s", (_, command) => {
    expect(() => invert(start, command)).toThrow(Refusal);
  });
});

import { describe, expect, it } from "vitest";
import { AnalystId, ClaimId, MarkId, SourceId, TagId } from "../model/id.ts";
import type { Mark } from "../model/mark.ts";
import { annotationSet, type Project } from "../model/project.ts";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../testing/project.ts";
import { apply, revisionOf } from "./apply.ts";
import { Command, type SimpleCommand } from "./command.ts";
import { Refusal } from "./refusal.ts";

const ferry = article("The [ferry] sank.\nNobody [drowned] there.");
const bridge = article("The [bridge] stood.", { id: knownId(SourceId, 2), order: 1 });
const made = { analyst: knownId(AnalystId, 1), at: "2022-02-02T00:00:00Z" };

const before: Project = frozen(
  projectOf(
    [ferry.source, bridge.source],
    [
      annotationsOf(1, {
        claims: [claim(1)],
        marks: [mark(1, ferry, tag(1, 1, "supports")), mark(2, bridge)],
        cells: [{ claimId: knownId(ClaimId, 1), sourceId: knownId(SourceId, 2), state: "not-mentioned", at: AT }],
      }),
      annotationsOf(2, { claims: [claim(2)], marks: [mark(3, bridge, tag(3, 1, "refutes"), tag(4, 2, "mixed"))] }),
    ],
  ),
);

/** The first analyst's set after the command. */
function setAfter(command: Command) {
  return annotationSet(apply(before, command), made.analyst);
}

const [range] = ferry.ranges;
if (!range) throw new Error("the article has a range");

const ids = {
  mark: (n: number) => knownId(MarkId, n),
  tag: (n: number) => knownId(TagId, n),
  claim: (n: number) => knownId(ClaimId, n),
  source: (n: number) => knownId(SourceId, n),
};

describe("apply", () => {
  it("adds a mark in reading order and removes it", () => {
    const added = mark(9, { source: ferry.source, ranges: ferry.ranges.slice(1) }, tag(9, 2, "questions"));
    expect(setAfter({ kind: "add-mark", ...made, mark: added })?.marks).toEqual([
      mark(1, ferry, tag(1, 1, "supports")),
      added,
      mark(2, bridge),
    ]);
    expect(setAfter({ kind: "remove-mark", ...made, markId: ids.mark(1) })?.marks).toEqual([mark(2, bridge)]);
  });

  it("gives a mark its flag and its note, and takes away what is left out", () => {
    const revised = (remarks: Partial<Pick<Mark, "toDiscuss" | "note">>, project = before) =>
      apply(project, { kind: "revise-mark", ...made, markId: ids.mark(1), ...remarks });
    const flagged = revised({ toDiscuss: true, note: "Look again." });
    const plain = mark(1, ferry, tag(1, 1, "supports"));
    expect(flagged.sets[0]?.marks[0]).toEqual({ ...plain, toDiscuss: true, note: "Look again." });
    expect(revised({ note: "Once." }, flagged).sets[0]?.marks[0]).toEqual({ ...plain, note: "Once." });
    expect(revised({}, flagged).sets[0]?.marks[0]).toStrictEqual(plain);
  });

  it("puts a mark into the bin, where its claim stays in use, and takes it out again", () => {
    const { binned, plain } = { binned: { ...mark(1, ferry, tag(1, 1, "supports")), binnedAt: AT }, plain: before };
    const removal: Command = { kind: "remove-mark", ...made, markId: ids.mark(1) };
    const after = apply(apply(plain, removal), { kind: "put-binned", ...made, mark: binned });
    expect(after.sets[0]).toEqual({ ...plain.sets[0], marks: [mark(2, bridge)], bin: [binned] });
    expect(() => apply(after, { kind: "drop-claim", ...made, claimId: ids.claim(1) })).toThrow("still in use");
    expect(() => apply(after, { kind: "add-mark", ...made, mark: mark(1, ferry) })).toThrow("in the bin");
    const dropped = apply(after, { kind: "drop-binned", ...made, markId: ids.mark(1) });
    expect(dropped.sets[0]).toStrictEqual(apply(plain, removal).sets[0]);
  });

  it("puts a note on a cell, whatever stands there, and takes it away again", () => {
    const note = { claimId: ids.claim(1), sourceId: ids.source(1), text: "The caption says more.", at: AT };
    const noted = apply(before, { kind: "put-cell-note", ...made, note });
    expect(noted.sets[0]).toEqual({ ...before.sets[0], cellNotes: [note] });
    expect(() => apply(noted, { kind: "drop-claim", ...made, claimId: ids.claim(1) })).toThrow("still in use");
    const { claimId, sourceId } = note;
    expect(apply(noted, { kind: "drop-cell-note", ...made, claimId, sourceId })).toStrictEqual(before);
  });

  it("says of two sources that they are one origin, says otherwise, and takes that away again", () => {
    const pair = { a: ids.source(1), b: ids.source(2) };
    const say = (project: Project, verdict: "one-origin" | "independent") =>
      apply(project, { kind: "put-origin-verdict", ...made, verdict: { ...pair, verdict, at: AT } });
    const one = say(before, "one-origin");
    expect(one.sets[0]?.originVerdicts).toEqual([{ ...pair, verdict: "one-origin", at: AT }]);
    expect(say(one, "independent").sets[0]?.originVerdicts).toEqual([{ ...pair, verdict: "independent", at: AT }]);
    expect(apply(one, { kind: "drop-origin-verdict", ...made, ...pair })).toStrictEqual(before);
  });

  it("says of a source that it is done, and that it is not done after all", () => {
    const [sourceId, later] = [ids.source(1), "2022-01-02T00:00:00Z"];
    const done = apply(before, { kind: "put-done", ...made, done: { sourceId, at: AT } });
    expect(done.sets[0]?.done).toEqual([{ sourceId, at: AT }]);
    const again = apply(done, { kind: "put-done", ...made, done: { sourceId, at: later } });
    expect(again.sets[0]?.done).toEqual([{ sourceId, at: later }]);
    expect(apply(done, { kind: "drop-done", ...made, sourceId })).toStrictEqual(before);
  });

  it("records the first reveal of a source, whatever is recorded later and in whatever order", () => {
    const [sourceId, later] = [ids.source(1), "2022-01-02T00:00:00Z"];
    const reveal = (project: Project, at: string) =>
      apply(project, { kind: "add-reveal", ...made, reveal: { sourceId, at } });
    const revealed = reveal(before, AT);
    expect(revealed.sets[0]?.reveals).toEqual([{ sourceId, at: AT }]);
    expect(reveal(revealed, later)).toBe(revealed);
    expect(reveal(reveal(before, later), AT)).toStrictEqual(revealed);
  });

  it("gives a source an agency, leaves it where nothing is said of it, and takes it away", () => {
    const revise = (project: Project, agency?: string | null) => {
      const { agency: _present, ...rest } = revisionOf(project, { ...made, sourceId: ids.source(1) });
      return apply(project, agency === undefined ? rest : { ...rest, agency });
    };
    const declared = revise(before, "AFP");
    expect(declared.sources[0]).toEqual({ ...before.sources[0], agency: "AFP" });
    expect(revise(declared).sources[0]).toEqual(declared.sources[0]);
    expect(revise(declared, null).sources).toStrictEqual(before.sources);
  });

  it("gives a source a note, leaves it where nothing is said of it, and takes it away", () => {
    const revise = (project: Project, note?: string | null) => {
      const { note: _present, ...rest } = revisionOf(project, { ...made, sourceId: ids.source(1) });
      return apply(project, note === undefined ? rest : { ...rest, note });
    };
    const noted = revise(before, "A wire report.");
    expect(noted.sources[0]).toEqual({ ...before.sources[0], note: "A wire report." });
    expect(revise(noted).sources[0]).toEqual(noted.sources[0]);
    expect(revise(noted, null).sources).toStrictEqual(before.sources);
  });

  it("puts a mark's ranges in the place of those it had, and keeps reading order, tags and all else", () => {
    const first = { ...mark(1, ferry, tag(1, 1, "supports")), colour: "blue" };
    const set = annotationsOf(1, { claims: [claim(1)], marks: [first, mark(2, bridge), mark(4, bridge)] });
    const project = projectOf([ferry.source, bridge.source], [set]);
    const [ferryOnly, drowned] = ferry.ranges.map((range) => [range]);
    const put = (n: number, ranges: typeof ferry.ranges = []) =>
      apply(project, { kind: "put-ranges", ...made, markId: ids.mark(n), ranges }).sets[0]?.marks;
    expect(put(1, drowned)).toEqual([{ ...first, ranges: drowned }, mark(2, bridge), mark(4, bridge)]);
    const stood = article("The bridge [stood].", { id: bridge.source.id }).ranges;
    expect(put(2, stood)).toEqual([first, mark(4, bridge), { ...mark(2, bridge), ranges: stood }]);
    expect(put(1, first.ranges)?.[0]).toEqual(first);
    expect(put(1, ferryOnly)?.[0]).toEqual({ ...first, ranges: ferryOnly });
  });

  it("puts a tag at its place, puts it in the place of an older one, and removes it", () => {
    const tagsAfter = (command: Command) => setAfter(command)?.marks[0]?.tags;
    const put = { kind: "put-tag", ...made, markId: ids.mark(1) } as const;
    expect(tagsAfter({ ...put, index: 0, tag: tag(9, 2, "mixed") })).toEqual([
      tag(9, 2, "mixed"),
      tag(1, 1, "supports"),
    ]);
    expect(tagsAfter({ ...put, index: 99, tag: tag(9, 2, "mixed") })).toEqual([
      tag(1, 1, "supports"),
      tag(9, 2, "mixed"),
    ]);
    expect(tagsAfter({ ...put, index: 1, tag: tag(1, 2, "refutes") })).toEqual([tag(1, 2, "refutes")]);
    expect(tagsAfter({ kind: "remove-tag", ...made, markId: ids.mark(1), tagId: ids.tag(1) })).toEqual([]);
  });

  it("makes, revises and drops claims in the order of their ids", () => {
    const claimsAfter = (command: Command) => setAfter(command)?.claims;
    expect(claimsAfter({ kind: "put-claim", ...made, claim: claim(0) })).toEqual([claim(0), claim(1)]);
    expect(claimsAfter({ kind: "put-claim", ...made, claim: claim(3) })).toEqual([claim(1), claim(3)]);
    const revised = claim(1, { text: "The ferry sank.", revisedAt: made.at });
    expect(claimsAfter({ kind: "put-claim", ...made, claim: revised })).toEqual([revised]);
    const revisedByBoth = apply(before, { kind: "put-claim", ...made, claim: claim(2, { label: "C7" }) });
    expect(apply(revisedByBoth, { kind: "drop-claim", ...made, claimId: ids.claim(2) })).toEqual(before);
  });

  it("sets a cell, sets it anew, and takes it away", () => {
    const cellsAfter = (command: Command) => setAfter(command)?.cells;
    const cell = { kind: "set-cell", ...made, claimId: ids.claim(1) } as const;
    const silent = { claimId: ids.claim(1), sourceId: ids.source(2), state: "not-mentioned", at: AT };
    const other = { claimId: ids.claim(1), sourceId: ids.source(1), state: "not-applicable", at: made.at };
    expect(cellsAfter({ ...cell, sourceId: ids.source(1), state: "not-applicable" })).toEqual([other, silent]);
    expect(cellsAfter({ ...cell, sourceId: ids.source(2), state: "not-applicable" })).toEqual([
      { ...silent, state: "not-applicable", at: made.at },
    ]);
    expect(cellsAfter({ ...cell, sourceId: ids.source(2), state: "not-reviewed" })).toEqual([]);
  });

  it("changes nothing when it is given the very same mark again, whatever the order of its fields", () => {
    const { tags, ...others } = mark(1, ferry, tag(1, 1, "supports"));
    expect(apply(before, { kind: "add-mark", ...made, mark: { tags, ...others } })).toBe(before);
  });

  it("takes a cell away whose claim and source are not in the project", () => {
    const cell = { claimId: ids.claim(9), sourceId: ids.source(9), state: "not-mentioned", at: AT } as const;
    const edited = projectOf([], [annotationsOf(1, { cells: [cell] })]);
    const command: Command = {
      kind: "set-cell",
      ...made,
      claimId: cell.claimId,
      sourceId: cell.sourceId,
      state: "not-reviewed",
    };
    expect(apply(edited, command).sets[0]?.cells).toEqual([]);
  });

  it("carries out a batch in order, each command on what the one before it left", () => {
    const commands: readonly SimpleCommand[] = [
      { kind: "put-claim", ...made, claim: claim(5) },
      { kind: "put-tag", ...made, markId: ids.mark(2), index: 0, tag: tag(9, 5, "mentions") },
      { kind: "set-cell", ...made, claimId: ids.claim(5), sourceId: ids.source(1), state: "not-mentioned" },
    ];
    const one = commands.reduce<Project>(apply, before);
    expect(apply(before, { kind: "batch", ...made, commands })).toEqual(one);
    expect(one).not.toEqual(before);
  });

  it("revises a source's metadata, boilerplate and place, and the project's title", () => {
    const revision = revisionOf(before, { ...made, sourceId: ids.source(1) });
    expect(apply(before, revision)).toEqual(before);
    const metadata = { ...revision.metadata, title: "The Ferry", date: "2022-02" };
    const after = apply(before, {
      ...revision,
      metadata,
      guessed: ["date"],
      boilerplate: [16],
      order: 3,
      removed: true,
    });
    expect(after.sources).toEqual([
      {
        ...ferry.source,
        ...metadata,
        guessed: ["date"],
        order: 3,
        removed: true,
        blocks: [
          { kind: "paragraph", start: 0, end: 15, boilerplate: false },
          { kind: "paragraph", start: 16, end: 37, boilerplate: true },
        ],
      },
      bridge.source,
    ]);
    expect(apply(before, { kind: "revise-project", ...made, title: "River" }).file).toEqual({
      ...before.file,
      title: "River",
    });
  });

  it("names the author of the adjudicated layer, and nobody again", () => {
    const made1 = { kind: "revise-project", ...made, title: before.file.title } as const;
    const named = apply(before, { ...made1, adjudicator: made.analyst });
    expect(named.file.settings).toEqual({ ...before.file.settings, adjudicator: made.analyst });
    expect(apply(named, { ...made1, corroboratedBy: 3 }).file.settings.adjudicator).toBe(made.analyst);
    expect(apply(named, { ...made1, adjudicator: null }).file).toEqual(before.file);
  });

  it("leaves every value that a command does not touch the same object", () => {
    const marked = apply(before, { kind: "remove-mark", ...made, markId: ids.mark(1) });
    expect([marked.file, marked.sources, marked.sets[1]]).toEqual([before.file, before.sources, before.sets[1]]);
    expect(marked.sources).toBe(before.sources);
    expect(marked.sets[1]).toBe(before.sets[1]);
    expect(marked.sets[0]?.claims).toBe(before.sets[0]?.claims);
    expect(marked.sets[0]?.marks[0]).toBe(before.sets[0]?.marks[1]);
    const revision = { ...revisionOf(before, { ...made, sourceId: ids.source(1) }), boilerplate: [0] };
    const revised = apply(before, revision);
    expect(revised.sets).toBe(before.sets);
    expect(revised.sources[1]).toBe(before.sources[1]);
    expect(revised.sources[0]?.blocks[1]).toBe(before.sources[0]?.blocks[1]);
    expect(apply(before, { kind: "revise-project", ...made, title: "River" }).sources).toBe(before.sources);
  });

  const [first, second] = ferry.ranges;
  const added = mark(9, ferry);
  const stranger = { ...made, analyst: knownId(AnalystId, 9) };
  it.each<[string, Command, string]>([
    [
      "an analyst without a set",
      { kind: "remove-mark", ...stranger, markId: ids.mark(1) },
      "This analyst has no annotation set in the project.",
    ],
    [
      "a mark with a tag that another mark has",
      { kind: "add-mark", ...made, mark: { ...added, tags: [tag(1, 1, "mixed")] } },
      "Another mark of the annotation set has a tag with this id.",
    ],
    [
      "a tag that another mark has",
      { kind: "put-tag", ...made, markId: ids.mark(2), index: 0, tag: tag(1, 1, "mixed") },
      "Another mark of the annotation set has a tag with this id.",
    ],
    [
      "a mark that is there already with other content",
      { kind: "add-mark", ...made, mark: mark(1, ferry) },
      "This mark is already in the annotation set.",
    ],
    [
      "a mark in an unknown source",
      { kind: "add-mark", ...made, mark: { ...added, sourceId: ids.source(9) } },
      "The source is not in the project.",
    ],
    [
      "a mark beyond the text",
      {
        kind: "add-mark",
        ...made,
        mark: { ...added, ranges: [{ start: 30, end: 38, quote: "x", prefix: "", suffix: "" }] },
      },
      "The mark lies outside the text.",
    ],
    [
      "a mark whose quote the text does not say",
      {
        kind: "add-mark",
        ...made,
        mark: { ...added, ranges: [{ start: 4, end: 9, quote: "Ferry", prefix: "", suffix: "" }] },
      },
      "The mark's quote is not what the text says there.",
    ],
    [
      "a mark whose pieces run backwards",
      {
        kind: "add-mark",
        ...made,
        mark: { ...added, ranges: [...(second ? [second] : []), ...(first ? [first] : [])] },
      },
      "The pieces of a mark must follow each other without overlap.",
    ],
    [
      "a mark whose pieces overlap",
      { kind: "add-mark", ...made, mark: { ...added, ranges: [...(first ? [first, first] : [])] } },
      "The pieces of a mark must follow each other without overlap.",
    ],
    [
      "a mark with a tag for an unknown claim",
      { kind: "add-mark", ...made, mark: { ...added, tags: [tag(9, 9, "mixed")] } },
      "The claim is not in the project.",
    ],
    [
      "a mark with one tag twice",
      { kind: "add-mark", ...made, mark: { ...added, tags: [tag(9, 1, "mixed"), tag(9, 2, "mixed")] } },
      "Two tags of the mark have the same id.",
    ],
    [
      "the removal of an unknown mark",
      { kind: "remove-mark", ...made, markId: ids.mark(9) },
      "This mark is not in the annotation set.",
    ],
    [
      "the removal of somebody else's mark",
      { kind: "remove-mark", ...made, markId: ids.mark(3) },
      "This mark is not in the annotation set.",
    ],
    [
      "a flag on an unknown mark",
      { kind: "revise-mark", ...made, markId: ids.mark(9), toDiscuss: true },
      "This mark is not in the annotation set.",
    ],
    [
      "a mark in the bin that is still among the others",
      { kind: "put-binned", ...made, mark: { ...mark(1, ferry), binnedAt: AT } },
      "This mark is still in the annotation set.",
    ],
    [
      "taking out of the bin what is not in it",
      { kind: "drop-binned", ...made, markId: ids.mark(1) },
      "This mark is not in the bin.",
    ],
    [
      "a note on a cell whose claim is not there",
      {
        ...{ kind: "put-cell-note", ...made },
        note: { claimId: ids.claim(9), sourceId: ids.source(1), text: "Odd.", at: AT },
      },
      "The claim is not in the project.",
    ],
    [
      "taking a note from a cell that has none",
      { kind: "drop-cell-note", ...made, claimId: ids.claim(1), sourceId: ids.source(1) },
      "There is no note on this cell.",
    ],
    [
      "a source done that is not there",
      { kind: "put-done", ...made, done: { sourceId: ids.source(9), at: AT } },
      "The source is not in the project.",
    ],
    [
      "taking back that a source is done that is not",
      { kind: "drop-done", ...made, sourceId: ids.source(1) },
      "This source has not been said to be done.",
    ],
    [
      "a reveal of a source that is not there",
      { kind: "add-reveal", ...made, reveal: { sourceId: ids.source(9), at: AT } },
      "The source is not in the project.",
    ],
    [
      "a verdict on a source that is not there",
      {
        ...{ kind: "put-origin-verdict", ...made },
        verdict: { a: ids.source(1), b: ids.source(9), verdict: "one-origin", at: AT },
      },
      "The source is not in the project.",
    ],
    [
      "taking away a verdict that there is not",
      { kind: "drop-origin-verdict", ...made, a: ids.source(1), b: ids.source(2) },
      "Nothing has been said of these two sources.",
    ],
    [
      "new ranges of an unknown mark",
      { kind: "put-ranges", ...made, markId: ids.mark(9), ranges: ferry.ranges },
      "This mark is not in the annotation set.",
    ],
    [
      "ranges beyond the text",
      { kind: "put-ranges", ...made, markId: ids.mark(1), ranges: [{ ...range, end: 999 }] },
      "The mark lies outside the text.",
    ],
    [
      "ranges that overlap",
      { kind: "put-ranges", ...made, markId: ids.mark(1), ranges: [range, range] },
      "The pieces of a mark must follow each other without overlap.",
    ],
    [
      "ranges of another text",
      { kind: "put-ranges", ...made, markId: ids.mark(1), ranges: bridge.ranges },
      "The mark's quote is not what the text says there.",
    ],
    [
      "a tag on an unknown mark",
      { kind: "put-tag", ...made, markId: ids.mark(9), index: 0, tag: tag(9, 1, "mixed") },
      "This mark is not in the annotation set.",
    ],
    [
      "a tag for an unknown claim",
      { kind: "put-tag", ...made, markId: ids.mark(1), index: 0, tag: tag(9, 9, "mixed") },
      "The claim is not in the project.",
    ],
    [
      "the removal of an unknown tag",
      { kind: "remove-tag", ...made, markId: ids.mark(1), tagId: ids.tag(9) },
      "This tag is not in the annotation set.",
    ],
    [
      "the dropping of a claim that only another analyst has",
      { kind: "drop-claim", ...made, claimId: ids.claim(2) },
      "This claim is not in the annotation set.",
    ],
    [
      "the dropping of a claim's last revision while it is in use",
      { kind: "drop-claim", ...made, claimId: ids.claim(1) },
      "The claim is still in use.",
    ],
    [
      "a cell of an unknown claim",
      { kind: "set-cell", ...made, claimId: ids.claim(9), sourceId: ids.source(1), state: "not-mentioned" },
      "The claim is not in the project.",
    ],
    [
      "a cell of an unknown source",
      { kind: "set-cell", ...made, claimId: ids.claim(1), sourceId: ids.source(9), state: "not-mentioned" },
      "The source is not in the project.",
    ],
    [
      "a batch on two analysts' sets",
      {
        kind: "batch",
        ...made,
        commands: [{ kind: "remove-mark", ...made, analyst: knownId(AnalystId, 2), markId: ids.mark(3) }],
      },
      "A batch may change one analyst's set only.",
    ],
    [
      "a batch whose last command does not fit",
      {
        kind: "batch",
        ...made,
        commands: [
          { kind: "remove-mark", ...made, markId: ids.mark(1) },
          { kind: "remove-mark", ...made, markId: ids.mark(1) },
        ],
      },
      "This mark is not in the annotation set.",
    ],
    [
      "a batch that tags with a claim it has dropped",
      {
        kind: "batch",
        ...made,
        commands: [
          { kind: "put-claim", ...made, claim: claim(5) },
          { kind: "drop-claim", ...made, claimId: ids.claim(5) },
          { kind: "put-tag", ...made, markId: ids.mark(1), index: 0, tag: tag(9, 5, "mixed") },
        ],
      },
      "The claim is not in the project.",
    ],
    [
      "the revision of an unknown source",
      { ...revisionOf(before, { ...made, sourceId: ids.source(1) }), sourceId: ids.source(9) },
      "This source is not in the project.",
    ],
  ])("refuses %s", (_, command, message) => {
    expect(Command.parse(command)).toEqual(command);
    expect(() => apply(before, command)).toThrow(new Refusal(message));
  });

  it("refuses a batch that drops a claim and then tags with it, though the claim was there before", () => {
    const free = apply(before, { kind: "put-claim", ...made, claim: claim(5) });
    const commands: readonly SimpleCommand[] = [
      { kind: "drop-claim", ...made, claimId: ids.claim(5) },
      { kind: "put-tag", ...made, markId: ids.mark(1), index: 0, tag: tag(9, 5, "mixed") },
    ];
    expect(() => apply(free, { kind: "batch", ...made, commands })).toThrow(Refusal);
  });

  it("refuses the revision of a source in a project without sources", () => {
    const revision = revisionOf(before, { ...made, sourceId: ids.source(1) });
    expect(() => apply(projectOf([], []), revision)).toThrow(Refusal);
  });
});

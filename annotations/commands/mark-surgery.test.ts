import { describe, expect, it } from "vitest";
import { AnalystId, MarkId } from "../model/id.ts";
import type { Mark } from "../model/mark.ts";
import type { Source } from "../model/source.ts";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../testing/project.ts";
import { apply } from "./apply.ts";
import { Command, type SimpleCommand } from "./command.ts";
import { invert } from "./invert.ts";
import { mergeCommands, neighbourOf, splitCommands } from "./mark-surgery.ts";

const stamp = { analyst: knownId(AnalystId, 1), at: "2022-02-02T00:00:00Z" };
const claims = [claim(1), claim(2)];

/** The marks after the commands, which go through the schema, make one step and are taken back by its inverse. */
function marksAfter(source: Source, marks: readonly Mark[], commands: readonly SimpleCommand[] | null) {
  const project = frozen(projectOf([source], [annotationsOf(1, { claims, marks })]));
  const batch = Command.parse({ kind: "batch", ...stamp, commands });
  const after = apply(project, batch);
  expect(apply(after, invert(project, batch))).toStrictEqual(project);
  return after.sets[0]?.marks ?? [];
}

/** The brackets of a text as one mark each, the first with the first tags. */
function marked(text: string, ...tags: readonly (readonly ReturnType<typeof tag>[])[]) {
  const { source, ranges } = article(text);
  return { source, marks: ranges.map((range, i) => mark(i + 1, { source, ranges: [range] }, ...(tags[i] ?? []))) };
}

describe("splitCommands", () => {
  it("leaves the first part its id, tags and all else, and gives the second part tags that say the same", () => {
    const { source, marks } = marked("The [ferry sank, nobody drowned] there", [
      tag(11, 1, "supports", { note: "To be checked", voice: "document" }),
      tag(12, 2, "mixed"),
    ]);
    const [whole] = marks.map((made) => ({ ...made, colour: "blue" }));
    if (!whole) throw new Error("the text has a mark");
    const [first, second, ...others] = marksAfter(source, [whole], splitCommands(source, whole, 17, stamp));
    expect(others).toEqual([]);
    expect(first).toEqual({ ...whole, ranges: article("The [ferry sank], nobody drowned there").ranges });
    const { ranges } = article("The ferry sank, [nobody drowned] there");
    expect(second).toEqual({
      ...whole,
      ranges,
      id: second?.id,
      createdAt: stamp.at,
      tags: whole.tags.map((one, i) => ({ ...one, id: second?.tags[i]?.id })),
    });
    expect(new Set([first, second].flatMap((half) => [half?.id, ...(half?.tags ?? []).map(({ id }) => id)])).size).toBe(
      6,
    );
  });

  it("has nothing to do where one side would be empty", () => {
    const { source, marks } = marked("The [ferry sank]");
    const [whole] = marks;
    expect(whole && splitCommands(source, whole, 4, stamp)).toBeNull();
  });
});

describe("mergeCommands", () => {
  it("unites places and tags under the id of the mark that is kept", () => {
    const { source, marks } = marked(
      "[The ferry] [sank] there",
      [tag(1, 1, "supports")],
      [tag(2, 2, "mixed"), tag(3, 1, "supports"), tag(4, 1, "supports", { note: "Another page" })],
    );
    const [first, second] = marks;
    if (!first || !second) throw new Error("the text has two marks");
    expect(marksAfter(source, marks, mergeCommands(source, first, second, stamp))).toEqual([
      {
        ...mark(1, article("[The ferry sank] there")),
        tags: [tag(1, 1, "supports"), tag(2, 2, "mixed"), tag(4, 1, "supports", { note: "Another page" })],
      },
    ]);
  });

  it("keeps a tag whose value is another", () => {
    const counted = (n: number, least: number) =>
      tag(n, 1, "supports", { value: { kind: "number", words: String(least), least, most: least, unit: "people" } });
    const { source, marks } = marked("[The ferry] [sank] there", [counted(1, 203)], [counted(2, 203), counted(3, 320)]);
    const [first, second] = marks;
    if (!first || !second) throw new Error("the text has two marks");
    expect(marksAfter(source, marks, mergeCommands(source, first, second, stamp))[0]?.tags).toEqual([
      counted(1, 203),
      counted(3, 320),
    ]);
  });

  it("keeps the flag of either and the notes of both", () => {
    const { source, marks } = marked("[The ferry] [sank] there");
    const [first, second] = marks;
    if (!first || !second) throw new Error("the text has two marks");
    const noted = { ...first, note: "Which ferry?" };
    const flagged = { ...second, note: "When?", toDiscuss: true };
    expect(marksAfter(source, [noted, flagged], mergeCommands(source, noted, flagged, stamp))).toEqual([
      { ...mark(1, article("[The ferry sank] there")), toDiscuss: true, note: "Which ferry?\nWhen?" },
    ]);
    expect(marksAfter(source, [noted, second], mergeCommands(source, noted, second, stamp))[0]?.note).toBe(noted.note);
  });

  it("keeps marks that do not touch as pieces of one, whichever is kept", () => {
    const { source, marks } = marked("[The] ferry [sank] there", [tag(1, 1, "supports")], [tag(2, 2, "mixed")]);
    const [first, second] = marks;
    if (!first || !second) throw new Error("the text has two marks");
    expect(marksAfter(source, marks, mergeCommands(source, second, first, stamp))).toEqual([
      {
        ...{ id: knownId(MarkId, 2), sourceId: source.id, createdAt: AT },
        ranges: article("[The] ferry [sank] there").ranges,
        tags: [tag(2, 2, "mixed"), tag(1, 1, "supports")],
      },
    ]);
  });
});

describe("neighbourOf", () => {
  it.each<[string, string, number, number | undefined]>([
    ["the next with only blanks between", "[One] [two] three", 1, 2],
    ["the next with only punctuation between", "[One], “[two]” three", 1, 2],
    ["the one before when none follows", "[One] [two] three", 2, 1],
    ["the next rather than the one before", "[One] [two] [three]", 2, 3],
    ["none with a word between", "[One] two [three]", 1, undefined],
    ["none in the next block", "[One]\n[two]", 1, undefined],
  ])("is %s", (_, text, of, expected) => {
    const { source, marks } = marked(text);
    const mark = marks[of - 1];
    expect(mark && neighbourOf(source, marks, mark)?.id).toBe(expected && knownId(MarkId, expected));
  });

  it("is the next that overlaps, past others", () => {
    const { source, marks } = marked("[One] two [three] four");
    const whole = mark(9, article("[One two three four]"));
    expect(neighbourOf(source, [whole, ...marks], whole)).toBe(marks[0]);
    const last = marks[1];
    expect(last && neighbourOf(source, [whole, ...marks], last)).toBe(whole);
  });
});

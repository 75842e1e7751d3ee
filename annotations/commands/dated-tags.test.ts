import { describe, expect, it } from "vitest";
import { AnalystId, MarkId } from "../model/id.ts";
import type { Tag } from "../model/tag.ts";
import { article } from "../testing/article.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../testing/project.ts";
import type { Command } from "./command.ts";
import { dated } from "./dated-tags.ts";

const LATER = "2022-01-02T00:00:00Z";
const stamp = { analyst: knownId(AnalystId, 1), at: LATER };
const text = article("[One] [two].");
const piece = (n: number) => ({ ...text, ranges: text.ranges.slice(n, n + 1) });
const project = projectOf(
  [text.source],
  [
    annotationsOf(1, {
      claims: [claim(1), claim(2)],
      marks: [mark(1, piece(0), tag(1, 1, "supports")), mark(2, piece(1), tag(2, 1, "refutes"))],
    }),
  ],
);

const put = (one: Tag): Command => ({ kind: "put-tag", ...stamp, markId: knownId(MarkId, 1), index: 0, tag: one });

describe("dated", () => {
  it.each<[string, Tag]>([
    ["that is new", tag(9, 1, "supports")],
    ["of another stance", tag(1, 1, "mixed")],
    ["of another claim", tag(1, 2, "supports")],
    ["with another figure", tag(1, 1, "supports", { value: { kind: "place", words: "Kolda", name: "Kolda" } })],
  ])("gives a tag its time %s", (_, one) => {
    expect(dated(project, [put(one)])).toEqual([put({ ...one, at: LATER })]);
  });

  it("leaves a tag its time that only gets a note, comes from another mark, or whose claim is merged", () => {
    const noted = put(tag(1, 1, "supports", { note: "Look again.", at: AT }));
    expect(dated(project, [noted])).toEqual([noted]);
    const moved: readonly Command[] = [
      { kind: "remove-mark", ...stamp, markId: knownId(MarkId, 2) },
      put(tag(2, 1, "refutes")),
    ];
    expect(dated(project, moved)).toEqual(moved);
    const merging: readonly Command[] = [
      put(tag(1, 2, "supports")),
      { kind: "put-claim", ...stamp, claim: claim(1, { removed: true }) },
    ];
    expect(dated(project, merging)).toEqual(merging);
  });

  it("leaves every other command as it is", () => {
    const added: Command = { kind: "add-mark", ...stamp, mark: mark(3, piece(1), tag(3, 1, "mixed")) };
    expect(dated(project, [added])).toEqual([added]);
  });
});

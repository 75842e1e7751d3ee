import { describe, expect, it } from "vitest";
import { SourceId } from "../../annotations/model/id.ts";
import { article } from "../../annotations/testing/article.ts";
import { knownId } from "../../annotations/testing/known-id.ts";
import { AT, annotationsOf, mark, projectOf } from "../../annotations/testing/project.ts";
import { binOf } from "./selectors.ts";

const ferry = article("The [ferry] sank.");
const bridge = article("The [bridge] stood.", { id: knownId(SourceId, 2), order: 1 });

describe("binOf", () => {
  const bin = [mark(1, ferry), mark(2, bridge)].map((one) => ({ ...one, binnedAt: AT }));
  const set = annotationsOf(1, { bin });
  const state = (removed: boolean) => ({
    analyst: set.analyst,
    project: projectOf([ferry.source, { ...bridge.source, removed }], [set]),
  });

  it("leaves out, and so does not empty, what was deleted in an article that is out of view", () => {
    expect(binOf(state(false))).toEqual(bin);
    expect(binOf(state(true))).toEqual(bin.slice(0, 1));
  });

  it("is the same list as long as it holds the same", () => {
    expect(binOf(state(true))).toBe(binOf(state(true)));
  });
});

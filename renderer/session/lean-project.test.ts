import { describe, expect, it } from "vitest";
import { article } from "../../annotations/testing/article.ts";
import { annotationsOf, claim, mark, projectOf, tag } from "../../annotations/testing/project.ts";
import { leanProject } from "./lean-project.ts";

describe("leanProject", () => {
  const ferry = article("The [ferry] sank 🌊 off the [coast], they said.");
  const first = { ...mark(1, ferry, tag(1, 1, "supports", { speaker: "Army", later: "kept" })), toDiscuss: true };
  const binned = { ...mark(2, ferry, tag(2, 1, "refutes", { speaker: "Army" })), binnedAt: "2022-01-02T00:00:00Z" };
  const set = annotationsOf(1, { claims: [claim(1)], marks: [first], bin: [binned] });
  const parsed = (project: ReturnType<typeof projectOf>) => structuredClone(project);

  it("says all that the project says, what this version does not know included", () => {
    const project = projectOf([ferry.source], [set]);
    expect(leanProject(parsed(project))).toStrictEqual(project);
  });

  it("leaves a quote that the text does not have, and a mark of a text that is not there", () => {
    const [range] = first.ranges;
    if (!range) throw new Error("the article has a range");
    const stale = { ...first, ranges: [{ ...range, quote: "boat", suffix: "" }] };
    const outside = { ...mark(3, ferry), ranges: [{ ...range, start: 500, end: 505 }] };
    const project = projectOf([ferry.source], [annotationsOf(1, { marks: [stale, outside] })]);
    expect(leanProject(parsed(project))).toStrictEqual(project);
    expect(leanProject({ ...parsed(project), sources: [] })).toStrictEqual({ ...project, sources: [] });
  });
});

import { describe, expect, it } from "vitest";
import { ClaimId, MarkId, newId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Stance } from "../../annotations/model/stance.ts";
import { newTag } from "../../annotations/model/tag.ts";
import { article } from "../../annotations/testing/article.ts";
import { rangeAt } from "../../annotations/text/selector.ts";
import { labelsOf } from "./labels.ts";

const { source } = article("👩‍👩‍👧 came to the town in March, and nobody has said since what the soldiers did there.");

function mark(start: number, end: number, ...stances: readonly Stance[]): Mark {
  const tags = stances.map((stance) => newTag(newId(ClaimId), stance));
  return {
    id: newId(MarkId),
    sourceId: source.id,
    ranges: [rangeAt(source, start, end)],
    tags,
    createdAt: "2026-01-01T00:00:00.000Z",
  };
}

const labels = (...marks: readonly Mark[]) => labelsOf(source, { start: 0, end: 1_000 }, marks, () => "C7");

describe("labelsOf", () => {
  it("hangs a label on the first grapheme of a mark, however many code points that is", () => {
    expect(labels(mark(0, 14, "supports"))).toEqual([{ start: 0, end: 5, text: "C7+", stance: "supports" }]);
  });

  it("shows every tag of a mark, in no stance's colour when they differ", () => {
    expect(labels(mark(6, 20, "supports", "refutes"))).toEqual([{ start: 6, end: 7, text: "C7+ C7−", stance: null }]);
  });

  it("says of a mark without tags that it has no claim", () => {
    expect(labels(mark(6, 20))).toEqual([{ start: 6, end: 7, text: "no claim", stance: null }]);
  });

  it("names further pieces of a mark, in reading order among other marks", () => {
    const { ranges } = mark(60, 70);
    const inPieces = { ...mark(6, 20, "refutes"), ranges: [...mark(6, 20).ranges, ...ranges] };
    expect(labels(inPieces, mark(30, 50, "mixed"))).toEqual([
      { start: 6, end: 7, text: "C7−", stance: "refutes" },
      { start: 30, end: 31, text: "C7±", stance: "mixed" },
      { start: 60, end: 61, text: "…C7−", stance: "refutes" },
    ]);
  });

  it("joins the labels of marks that begin too close together to be read apart", () => {
    expect(labels(mark(6, 30, "refutes"), mark(8, 20, "refutes"), mark(40, 50, "questions"))).toEqual([
      { start: 6, end: 7, text: "C7− C7−", stance: "refutes" },
      { start: 40, end: 41, text: "C7?", stance: "questions" },
    ]);
  });

  it("labels only what begins within the stretch that was asked for", () => {
    const marks = [mark(6, 40, "refutes"), mark(30, 50, "mixed"), mark(50, 60, "supports")];
    expect(labelsOf(source, { start: 10, end: 50 }, marks, () => "C7")).toEqual([
      { start: 30, end: 31, text: "C7±", stance: "mixed" },
    ]);
  });
});

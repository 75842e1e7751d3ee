import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { article } from "../testing/article.ts";
import { knownId } from "../testing/known-id.ts";
import { mark } from "../testing/project.ts";
import { SourceId } from "./id.ts";
import { compareMarks, endOf, startOf } from "./mark.ts";

const whole = mark(5, article("[One two three]"));
const inner = mark(4, article("One [two] three"));
const pieces = mark(3, article("One [two] [three]"));
const twin = mark(6, article("One [two] three"));
const elsewhere = mark(1, article("[One]", { id: knownId(SourceId, 2) }));

describe("compareMarks", () => {
  it("puts marks in reading order, the longer of two at one place first, then by id", () => {
    const ordered = [whole, pieces, inner, twin, elsewhere];
    fc.assert(
      fc.property(fc.shuffledSubarray(ordered, { minLength: 5 }), (shuffled) => {
        expect(shuffled.toSorted(compareMarks)).toEqual(ordered);
      }),
    );
  });

  it("knows where a mark of several pieces begins and ends", () => {
    expect([startOf(pieces), endOf(pieces)]).toEqual([4, 13]);
  });
});

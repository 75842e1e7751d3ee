import { expect, it } from "vitest";
import { MarkId } from "../../annotations/model/id.ts";
import { knownId } from "../../annotations/testing/known-id.ts";
import { tag } from "../../annotations/testing/project.ts";
import { handAfterChoice, handAfterUse, tagToRepeat } from "./tag-in-hand.ts";

const [first, second] = [knownId(MarkId, 1), knownId(MarkId, 2)];
const [made, seen, other] = [tag(1, 1, "supports"), tag(2, 2, "refutes"), tag(3, 3, "mixed")];

it("repeats nothing before a tag was used", () => {
  expect(tagToRepeat(null, null)).toBeNull();
  expect(tagToRepeat(handAfterChoice(null, seen, first), first)).toBeNull();
});

it("repeats the tag made last, on new marks and on those that exist", () => {
  expect([null, first].map((id) => tagToRepeat(handAfterUse(made), id))).toEqual([made, made]);
});

it("repeats a tag that was chosen, but at the mark where it was chosen the one before", () => {
  const hand = handAfterChoice(handAfterUse(made), seen, first);
  expect([null, second, first].map((id) => tagToRepeat(hand, id))).toEqual([seen, seen, made]);
});

it("copies from one mark to another when both are chosen in turn", () => {
  const hand = handAfterChoice(handAfterChoice(null, seen, first), other, second);
  expect(tagToRepeat(hand, second)).toEqual(seen);
});

it("keeps what was in hand while several tags of one mark are looked at", () => {
  const hand = handAfterChoice(handAfterChoice(handAfterUse(made), seen, first), other, first);
  expect([null, first].map((id) => tagToRepeat(hand, id))).toEqual([other, made]);
});

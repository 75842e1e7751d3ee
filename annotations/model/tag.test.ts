import { describe, expect, it } from "vitest";
import { knownId } from "../testing/known-id.ts";
import { ClaimId } from "./id.ts";
import { newTag, repeatedTag, saysTheSame, Tag } from "./tag.ts";

describe("newTag", () => {
  it("makes a tag that can be stored, with what most passages need", () => {
    const tag = newTag(knownId(ClaimId, 1), "refutes");
    expect(Tag.parse(tag)).toEqual({
      id: tag.id,
      claimId: knownId(ClaimId, 1),
      stance: "refutes",
      voice: "own",
      speaker: "",
      attitude: "neutral",
      certainty: "certain",
      confidence: "high",
      note: "",
    });
  });
});

describe("repeatedTag", () => {
  const tag: Tag = {
    ...newTag(knownId(ClaimId, 1), "refutes"),
    ...{
      voice: "quoted-indirect",
      speaker: "the army",
      attitude: "distances",
      certainty: "possible",
      confidence: "low",
    },
    note: "Only of this passage",
    value: { kind: "number", words: "203", least: 203, most: 203, unit: "people" },
  };

  it("says all that the tag says under an id of its own, without the note and the value", () => {
    const repeated = repeatedTag(tag);
    const { value: _, ...rest } = tag;
    expect(Tag.parse(repeated)).toStrictEqual({ ...rest, id: repeated.id, note: "" });
    expect(repeated.id).not.toBe(tag.id);
    expect(saysTheSame(tag, repeated)).toBe(true);
  });

  it.each<[string, Partial<Tag>]>([
    ["claim", { claimId: knownId(ClaimId, 2) }],
    ["stance", { stance: "mixed" }],
    ["voice", { voice: "document" }],
    ["speaker", { speaker: "the navy" }],
    ["attitude", { attitude: "endorses" }],
    ["certainty", { certainty: "certain" }],
    ["confidence", { confidence: "high" }],
  ])("says something else with another %s", (_, change) => {
    expect(saysTheSame(tag, { ...tag, ...change })).toBe(false);
  });
});

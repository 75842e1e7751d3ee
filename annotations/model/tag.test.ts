import { describe, expect, it } from "vitest";
import { knownId } from "../testing/known-id.ts";
import { ClaimId } from "./id.ts";
import { newTag, Tag } from "./tag.ts";

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

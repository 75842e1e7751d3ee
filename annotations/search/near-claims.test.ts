import { describe, expect, it } from "vitest";
import { claimList } from "../model/claim-list.ts";
import { ClaimId } from "../model/id.ts";
import { knownId } from "../testing/known-id.ts";
import { annotationsOf, claim, projectOf } from "../testing/project.ts";
import { nearClaims } from "./near-claims.ts";

const CLAIMS = [
  "The ferry sank off Kolda in May 2021.",
  "Between 300 and 400 people drowned when the ferry sank.",
  "The ministry knew that the ferry was overloaded.",
  "Le président Goïta a repoussé les élections.",
];
const claims = claimList(
  projectOf(
    [],
    [
      annotationsOf(1, {
        claims: CLAIMS.map((text, i) => claim(i + 1, { text, aliases: i === 2 ? ["ministry warned"] : [] })),
      }),
    ],
  ),
);
const near = (text: string) => nearClaims(claims, text).map((one) => one.claim.label);

describe("nearClaims", () => {
  it.each([
    ["The ferry sank off Kolda in May 2021", ["C1"]],
    ["In May 2021 the ferry sank off Kolda", ["C1"]],
    ["THE FERRY SANK NEAR KOLDA IN MAY 2021", ["C1"]],
    ["The ministry knew the ferry was overloaded", ["C3"]],
    ["The ministry did not know that the ferry was overloaded", ["C3"]],
    ["le president Goita a repousse les elections", ["C4"]],
    ["The ministry warned", ["C3"]],
  ])("warns of %j", (text, expected) => {
    expect(near(text)).toEqual(expected);
  });

  it.each([
    ["another year", "The ferry sank off Kolda in May 2020."],
    ["another number", "Between 100 and 200 people drowned when the ferry sank."],
    ["another event with the same words", "The ferry left Kolda on a day in May 2021 with the minister."],
    ["half of a claim", "The ferry"],
    ["another subject", "The president knew that the election was postponed."],
    ["nothing", " … "],
  ])("does not warn of %s", (_, text) => {
    expect(near(text)).toEqual([]);
  });

  it("takes 1,000 and 1000 for one number, and leaves out the claim that is reworded", () => {
    const own = claimList(
      projectOf([], [annotationsOf(1, { claims: [claim(1, { text: "About 1,000 soldiers came" })] })]),
    );
    expect(nearClaims(own, "About 1000 soldiers came")).toHaveLength(1);
    expect(nearClaims(own, "About 1000 soldiers came", knownId(ClaimId, 1))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { AnalystId, ClaimId, SourceId } from "../model/id.ts";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../testing/project.ts";
import { exportRequest } from "./export-choice.ts";
import { FEATURES } from "./feature.ts";
import { lossesOf } from "./losses.ts";

const ferry = article("The [ferry] sank [twice].", { title: "The Ferry" });
const bridge = article("The [bridge] stood.", { id: knownId(SourceId, 2), order: 1 });
const cell = (claimNumber: number, sourceNumber: number) => ({
  ...{ claimId: knownId(ClaimId, claimNumber), sourceId: knownId(SourceId, sourceNumber) },
  ...{ state: "not-mentioned" as const, at: AT },
});
const one = { ...ferry, ranges: ferry.ranges.slice(0, 1) };
const first = annotationsOf(1, {
  claims: [claim(1), claim(2, { note: "A note." })],
  marks: [
    mark(1, ferry, tag(1, 1, "supports"), tag(2, 2, "refutes", { certainty: "possible", note: "Why?" })),
    mark(2, bridge, tag(3, 2, "supports", { voice: "unnamed" })),
    { ...mark(3, one), toDiscuss: true, note: "Look again." },
  ],
  cells: [cell(1, 2), cell(2, 1)],
});
const project = frozen(projectOf([ferry.source, bridge.source], [annotationsOf(2), first]));

describe("exportRequest", () => {
  it("is everything when nothing is chosen, the sets in the order of their analysts", () => {
    const { project: all, sets } = exportRequest(project, {});
    expect(all).toEqual(project);
    expect(sets).toEqual([first, project.sets[0]]);
  });

  it("leaves analysts out, and with claims or articles all that belongs to others", () => {
    expect(exportRequest(project, { analysts: [knownId(AnalystId, 2)] }).sets).toEqual([project.sets[0]]);
    const ofClaim = exportRequest(project, { claims: [knownId(ClaimId, 1)] }).sets[0];
    expect(ofClaim?.marks.map(({ id, tags }) => [id, tags.length])).toEqual([
      [first.marks[0]?.id, 1],
      [first.marks[2]?.id, 0],
    ]);
    expect([ofClaim?.claims, ofClaim?.cells]).toEqual([[claim(1)], [cell(1, 2)]]);
    const ofSource = exportRequest(project, { sources: [bridge.source.id] });
    expect(ofSource.project.sources).toEqual([bridge.source]);
    expect(ofSource.sets[0]?.marks).toEqual([first.marks[1]]);
    expect(ofSource.sets[0]?.cells).toEqual([cell(1, 2)]);
  });
});

describe("lossesOf", () => {
  const request = { project, sets: [first] };

  it("is nothing where a format carries everything", () => {
    expect(lossesOf(request, new Set(FEATURES))).toEqual([]);
  });

  it("says how much of what is there a format leaves behind", () => {
    expect(lossesOf(request, new Set(["marks", "texts", "ids", "times", "stance"]))).toEqual([
      "Title, author, outlet, date and address of 1 article stay behind.",
      "The name of 1 analyst stays behind.",
      "The wording of 2 claims stays behind; only the ID is written.",
      "Notes, aliases, parents, colours and what counts of 1 claim stay behind.",
      "1 mark of several pieces goes out as one stretch from the first piece to the last.",
      "1 mark without a claim stays behind.",
      "The voice (who says it) of 1 tag stays behind.",
      "The certainty of 1 tag stays behind.",
      "The note of 1 tag stays behind.",
      "The note on 1 mark stays behind.",
      "The flag “to discuss” of 1 mark stays behind.",
      "2 cells found “not mentioned” or “not applicable” stay behind.",
    ]);
  });
});

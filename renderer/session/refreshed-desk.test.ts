import { describe, expect, it } from "vitest";
import type { Session } from "../../annotations/api/contract.ts";
import { EMPTY_HISTORY } from "../../annotations/commands/history.ts";
import { EMPTY_LAYOUT } from "../../annotations/layout/layout.ts";
import { ClaimId, MarkId, ProjectId, SourceId, TagId } from "../../annotations/model/id.ts";
import { article } from "../../annotations/testing/article.ts";
import { knownId } from "../../annotations/testing/known-id.ts";
import { annotationsOf, claim, mark, projectOf, tag } from "../../annotations/testing/project.ts";
import { type Desk, deskOf } from "./desk.ts";
import { isSameWork, refreshedDesk, refreshedFiles } from "./refreshed-desk.ts";

const ferry = article("The [ferry] sank.");
const first = mark(1, ferry, tag(1, 1, "supports"));
const set = annotationsOf(1, { claims: [claim(1)], marks: [first] });
const session: Session = {
  host: { kind: "web", version: "1", dialogs: false },
  project: projectOf([ferry.source], [set]),
  folder: "ferry",
  analyst: set.analyst,
  access: { kind: "writable" },
  reports: [],
  preferences: { theme: "system", showBoilerplate: true, textSize: 15 },
  layout: EMPTY_LAYOUT,
};

/** An analyst in the middle of work: a card is open, a claim is being picked, something can be undone. */
const atWork: Desk = {
  ...deskOf(session),
  history: { ...EMPTY_HISTORY, done: [{ name: "marking", done: [], inverse: [] }] },
  view: "review",
  activeMark: first.id,
  activeTag: knownId(TagId, 1),
  cardOpen: true,
  cardMarks: [first.id],
  activeClaim: knownId(ClaimId, 1),
  activeCell: { claimId: knownId(ClaimId, 1), sourceId: ferry.source.id },
  picking: { kind: "new-tag", markId: first.id },
  typedAhead: "fer",
  dialog: { kind: "files" },
  notice: "Something did not work.",
};

/** The session as the host gives it anew, with other sets. */
function sessionWith(...sets: Session["project"]["sets"]): Session {
  return structuredClone({ ...session, project: { ...session.project, sets } });
}

describe("refreshedDesk", () => {
  it("leaves everything as it is when nothing changed, down to the objects", () => {
    const after = { ...atWork, ...refreshedDesk(atWork, sessionWith(set)) };
    expect(after).toEqual(atWork);
    expect(after.project).toBe(atWork.project);
    expect(after.cardMarks).toBe(atWork.cardMarks);
  });

  it("takes over what others made and keeps what the analyst is at", () => {
    const second = mark(2, ferry);
    const other = annotationsOf(2, { claims: [claim(2)] });
    const after = { ...atWork, ...refreshedDesk(atWork, sessionWith({ ...set, marks: [first, second] }, other)) };
    expect(after).toEqual({
      ...atWork,
      project: projectOf([ferry.source], [{ ...set, marks: [first, second] }, other]),
    });
    expect(after.project.sets[0]?.marks[0]).toBe(first);
    expect(after.project.sources).toBe(atWork.project.sources);
  });

  it("takes over access and reports, and nothing else of what the page has for itself", () => {
    const reports: Session["reports"] = [{ file: "project.json", kind: "restored", message: "All is there again." }];
    const access = { kind: "read-only", reason: "Another window has it.", remedy: "take-over" } as const;
    const preferences = { ...session.preferences, textSize: 20 };
    const after = { ...atWork, ...refreshedDesk(atWork, { ...session, reports, access, preferences }) };
    expect(after).toEqual({ ...atWork, reports, access });
  });

  it("lets go of a mark and a claim that are gone", () => {
    const after = { ...atWork, ...refreshedDesk(atWork, sessionWith(annotationsOf(1))) };
    expect(after).toEqual({
      ...atWork,
      project: projectOf([ferry.source], [annotationsOf(1)]),
      activeMark: null,
      activeTag: null,
      cardOpen: false,
      cardMarks: [],
      activeClaim: null,
      activeCell: null,
      picking: null,
      typedAhead: "",
    });
  });

  it("keeps a passage that waits for its claim", () => {
    const picking: Desk["picking"] = {
      kind: "draft",
      draft: { sourceId: knownId(SourceId, 1), ranges: ferry.ranges, stance: "mixed" },
    };
    const before: Desk = { ...atWork, activeMark: knownId(MarkId, 9), picking };
    const after = { ...before, ...refreshedDesk(before, sessionWith(annotationsOf(1))) };
    expect(after.picking).toBe(picking);
    expect(after.typedAhead).toBe("fer");
  });
});

describe("refreshedFiles", () => {
  it("says what the host says of the files and leaves the project alone", () => {
    const access = { kind: "read-only", reason: "The disk is full.", remedy: "try-again" } as const;
    expect(refreshedFiles(atWork, { ...sessionWith(), access })).toEqual({ access, reports: [] });
  });
});

describe("isSameWork", () => {
  it("tells another analyst and another project from the same work", () => {
    expect(isSameWork(atWork, sessionWith())).toBe(true);
    expect(isSameWork(atWork, { ...session, analyst: annotationsOf(2).analyst })).toBe(false);
    const file = { ...session.project.file, id: knownId(ProjectId, 7) };
    expect(isSameWork(atWork, { ...session, project: { ...session.project, file } })).toBe(false);
  });
});

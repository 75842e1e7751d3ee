import type { ClaimId, SourceId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import { openSources } from "../../annotations/model/project.ts";
import { activate } from "../marks/marking.ts";
import { desk, setDesk } from "../session/desk.ts";
import { marksIn } from "../session/selectors.ts";
import { focusLastText, focusText, showMark } from "./text-views.ts";

/** Goes to a view, and puts the focus where its keys work: on the chosen cell, or in the text that had it last. */
export function show(view: "read" | "review"): void {
  setDesk({ view, cardOpen: false, picking: null, typedAhead: "" });
  requestAnimationFrame(() => {
    if (view === "read") focusLastText();
    else document.querySelector<HTMLElement>('.cell-button[tabindex="0"]')?.focus();
  });
}

/** Shows the first passage of a claim in every text, and makes the one in `first` active. */
export function alignAt(claimId: ClaimId, first: SourceId | null): void {
  show("read");
  requestAnimationFrame(() => {
    const passages = openSources(desk().project).flatMap((source) => firstPassage(source.id, claimId));
    for (const mark of passages) showMark(mark);
    const lead = passages.find((mark) => mark.sourceId === first) ?? passages[0];
    setDesk({ activeClaim: claimId });
    if (lead) activate(lead, lead.tags.find((tag) => tag.claimId === claimId)?.id ?? null);
    const focus = first ?? lead?.sourceId;
    if (focus) focusText(focus);
  });
}

function firstPassage(source: SourceId, claim: ClaimId): readonly Mark[] {
  const mark = marksIn(desk(), source).find((candidate) => candidate.tags.some((tag) => tag.claimId === claim));
  return mark ? [mark] : [];
}

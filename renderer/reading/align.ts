import type { ClaimId, SourceId } from "../../annotations/model/id.ts";
import { alignTexts } from "../aligning/align-texts.ts";
import { passagesIn } from "../aligning/passages.ts";
import { activate } from "../marks/marking.ts";
import { leaveAlone, revealPane, row } from "../panes/arranging.ts";
import { desk, setDesk } from "../session/desk.ts";
import { focusLastText, showText } from "./text-views.ts";

/** Goes to a view, and puts the focus where its keys work: on the chosen cell, or in the text that had it last. */
export function show(view: "read" | "review"): void {
  setDesk({ view, cardOpen: false, picking: null, typedAhead: "" });
  requestAnimationFrame(() => {
    if (view === "read") focusLastText();
    else document.querySelector<HTMLElement>('.cell-button[tabindex="0"]')?.focus();
  });
}

/**
 * Shows the first passage of a claim in every open text at the same height, makes the one in `first` active, and has the
 * texts without one say so.
 */
export function alignAt(claimId: ClaimId, first: SourceId | null): void {
  show("read");
  requestAnimationFrame(() => {
    setDesk({ activeClaim: claimId, alignedClaim: claimId });
    leaveAlone();
    if (first) revealPane(first);
    const open = row().filter((pane) => pane.state === "open");
    const passages = open.flatMap((pane) => passagesIn(desk(), claimId, pane.sourceId).slice(0, 1));
    alignTexts(passages);
    const lead = passages.find((mark) => mark.sourceId === first) ?? passages[0];
    if (lead) activate(lead, lead.tags.find((tag) => tag.claimId === claimId)?.id ?? null);
    const focus = first ?? lead?.sourceId;
    if (focus) showText(focus);
  });
}

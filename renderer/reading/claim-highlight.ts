import type { ClaimId } from "../../annotations/model/id.ts";
import { useDesk } from "../session/desk.ts";
import { heavierLines } from "./crowd-lines.ts";

/**
 * Shows the marks of the chosen claim with a heavier underline, by the rules of a style sheet: choosing another paints no
 * text anew. Call once.
 */
export function highlightActiveClaim(): void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  useDesk.subscribe(({ activeClaim }, former) => {
    if (activeClaim === former.activeClaim) return;
    sheet.replaceSync(activeClaim === null ? "" : rulesFor(activeClaim));
  });
}

function rulesFor(id: ClaimId): string {
  const claim = CSS.escape(id);
  return [`.mark[data-claims~="${claim}"] { ${HEAVIER} }`, ...heavierLines(claim)].join("\n");
}

const HEAVIER = "text-decoration-thickness: calc(var(--w) + 0.75px)";

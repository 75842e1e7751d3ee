import { useDesk } from "../session/desk.ts";

/**
 * Shows the marks of the chosen claim with a heavier underline, by one rule of a style sheet: choosing another paints no
 * text anew. Call once.
 */
export function highlightActiveClaim(): void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  useDesk.subscribe(({ activeClaim }, former) => {
    if (activeClaim === former.activeClaim) return;
    const rule = activeClaim === null ? "" : `.mark[data-claims~="${CSS.escape(activeClaim)}"] { ${HEAVIER} }`;
    sheet.replaceSync(rule);
  });
}

const HEAVIER = "text-decoration-thickness: calc(var(--w) + 0.75px)";

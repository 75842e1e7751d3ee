import type { ClaimId } from "../../annotations/model/id.ts";
import { whenIdle } from "../controls/when-idle.ts";
import { desk, useDesk } from "../session/desk.ts";
import { claimsOf } from "../session/selectors.ts";
import { classOfClaim } from "./claim-classes.ts";
import { heavierLines } from "./crowd-lines.ts";

/** So many claims have their rules before they are chosen; the others get them then. */
const MOST_AHEAD = 300;

/**
 * Shows the marks of the chosen claim with a heavier underline, by a class of the page: choosing another paints no text
 * anew, and the browser looks at the marks of these two claims alone. Rules are made in the pauses of the page, since a
 * changed style sheet has everything found anew that its rules may be for. Call once.
 */
export function highlightActiveClaim(): void {
  const learn = learningRules();
  const page = document.documentElement.classList;
  let forget = () => {};
  const ahead = () => {
    forget();
    forget = whenIdle(() => learn(claimsOf(desk()).slice(0, MOST_AHEAD)));
  };
  ahead();
  useDesk.subscribe((state, former) => {
    if (claimsOf(state) !== claimsOf(former)) ahead();
    const { activeClaim } = state;
    if (activeClaim === former.activeClaim) return;
    if (former.activeClaim !== null) page.remove(chosen(former.activeClaim));
    if (activeClaim === null) return;
    learn([{ id: activeClaim }]);
    page.add(chosen(activeClaim));
  });
}

/** What adds the rules of claims to the page that have none yet. */
function learningRules(): (claims: readonly { readonly id: ClaimId }[]) => void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const known = new Set<ClaimId>();
  return (claims) => {
    for (const { id } of claims.filter((claim) => !known.has(claim.id))) {
      known.add(id);
      for (const rule of rulesFor(id)) sheet.insertRule(rule, sheet.cssRules.length);
    }
  };
}

/** The class that the page has while a claim is chosen. */
function chosen(id: ClaimId): string {
  return `chosen-${id}`;
}

function rulesFor(id: ClaimId): readonly string[] {
  const within = `.${chosen(id)}`;
  return [`${within} .${classOfClaim(id)} { ${HEAVIER}; }`, ...heavierLines(within, id)];
}

const HEAVIER = "text-decoration-thickness: calc(var(--w) + 0.75px)";

import { withParent } from "../../annotations/commands/claim-place.ts";
import type { Claim, ClaimColour } from "../../annotations/model/claim.ts";
import type { ListedClaim } from "../../annotations/model/claim-list.ts";
import type { ClaimId } from "../../annotations/model/id.ts";
import { newClaim } from "../marks/marking.ts";
import { draftedVerdict, type VerdictDraft, verdictDraftOf } from "./verdict-draft.ts";

/** A claim as its form has it. */
export interface ClaimDraft {
  readonly label: string;
  readonly text: string;
  readonly parent: ClaimId | null;
  readonly colour: ClaimColour | null;
  readonly include: string;
  readonly exclude: string;
  readonly note: string;
  readonly verdict: VerdictDraft;
  /** One to a line. */
  readonly aliases: string;
}

export function draftOf(claim: ListedClaim | undefined): ClaimDraft {
  const {
    label,
    text,
    note,
    aliases,
    parent = null,
    colour = null,
    include = "",
    exclude = "",
  } = claim ?? newClaim("");
  const verdict = verdictDraftOf(claim?.verdict);
  return { label, text, note, parent, colour, include, exclude, verdict, aliases: aliases.join("\n") };
}

/** The draft with one alias more. */
export function withAlias(draft: ClaimDraft, alias: string): ClaimDraft {
  return { ...draft, aliases: `${draft.aliases}\n${alias}` };
}

/** A claim as the form leaves it; what is empty is left out. */
export function drafted(base: Claim, draft: ClaimDraft): Claim {
  const { colour: _c, include: _i, exclude: _e, verdict: before, ...rest } = withParent(base, draft.parent);
  const verdict = draftedVerdict(before, draft.verdict, base.revisedAt);
  const [include, exclude] = [draft.include.trim(), draft.exclude.trim()];
  return {
    ...rest,
    label: draft.label,
    text: draft.text.trim(),
    note: draft.note.trim(),
    aliases: [...new Set(draft.aliases.split("\n").map((alias) => alias.trim()))].filter(Boolean),
    ...(draft.colour ? { colour: draft.colour } : {}),
    ...(include ? { include } : {}),
    ...(exclude ? { exclude } : {}),
    ...(verdict ? { verdict } : {}),
  };
}

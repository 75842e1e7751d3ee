import type { SimpleCommand } from "../../annotations/commands/command.ts";
import { type ClaimId, MarkId, newId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Stance } from "../../annotations/model/stance.ts";
import { newTag } from "../../annotations/model/tag.ts";
import { mayChange, perform, stamp } from "../session/changes.ts";
import { desk, type Passage, type Picking, setDesk } from "../session/desk.ts";
import { marksIn } from "../session/selectors.ts";

/** Gives passages their stance and asks for the claim that they all get. */
export function startPassages(passages: readonly Passage[], stance: Stance): void {
  const some = passages.filter(({ ranges }) => ranges.length > 0);
  if (some.length === 0 || !mayChange()) return;
  setDesk({ picking: { kind: "passages", passages: some, stance }, cardOpen: false });
}

/** Ends the picking for passages with a claim. The caller has made sure that something may be changed. */
export function finishPassages(
  picking: Extract<Picking, { kind: "passages" }>,
  claimId: ClaimId,
  before: readonly SimpleCommand[],
): void {
  setDesk({ picking: null, typedAhead: "" });
  if (tagPassages(picking.passages, claimId, picking.stance, before)) {
    const recentClaims = [claimId, ...desk().recentClaims.filter((id) => id !== claimId)];
    setDesk({ activeClaim: claimId, recentClaims });
  }
  focusPanel();
}

/**
 * Makes every passage a mark with this claim and stance, as one step. A passage that is exactly a mark already gets a
 * further tag, and nothing where it has that claim. False when nothing was to be done or it was refused.
 */
export function tagPassages(
  passages: readonly Passage[],
  claimId: ClaimId,
  stance: Stance,
  before: readonly SimpleCommand[] = [],
): boolean {
  const commands = passages.flatMap((passage) => tagging(passage, claimId, stance) ?? []);
  const had = passages.length - commands.length;
  const name = commands.length === 1 ? "marking a passage" : `marking ${commands.length} passages`;
  const done = commands.length > 0 && perform(name, ...before, { kind: "batch", ...stamp(), commands });
  if (done || commands.length === 0) tell(commands.length, had);
  return done;
}

function tagging(passage: Passage, claimId: ClaimId, stance: Stance): SimpleCommand | null {
  const tag = newTag(claimId, stance);
  const mark = marksIn(desk(), passage.sourceId).find((candidate) => isOver(candidate, passage));
  if (mark) {
    if (mark.tags.some((other) => other.claimId === claimId)) return null;
    return { kind: "put-tag", ...stamp(), markId: mark.id, index: mark.tags.length, tag };
  }
  const { at } = stamp();
  return { kind: "add-mark", ...stamp(), mark: { id: newId(MarkId), ...passage, tags: [tag], createdAt: at } };
}

function isOver(mark: Mark, { ranges }: Passage): boolean {
  return (
    mark.ranges.length === ranges.length &&
    mark.ranges.every((range, i) => range.start === ranges[i]?.start && range.end === ranges[i]?.end)
  );
}

function tell(made: number, had: number): void {
  const words = [
    made > 0 && `${made} ${made === 1 ? "passage" : "passages"} marked.`,
    had > 0 && `${had} ${had === 1 ? "has" : "have"} this claim already.`,
  ];
  setDesk({ panelWords: words.filter(Boolean).join(" ") });
}

/** Gives the focus back to the panel from which passages were marked. */
export function focusPanel(): void {
  document.querySelector<HTMLElement>('.side-panel .hit[tabindex="0"]')?.focus();
}

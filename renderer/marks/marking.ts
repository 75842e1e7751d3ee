import type { SimpleCommand } from "../../annotations/commands/command.ts";
import { sameContent } from "../../annotations/commands/same-content.ts";
import type { Claim } from "../../annotations/model/claim.ts";
import { nextLabel } from "../../annotations/model/claim-list.ts";
import { ClaimId, MarkId, newId, type SourceId, type TagId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Range } from "../../annotations/model/range.ts";
import type { Stance } from "../../annotations/model/stance.ts";
import { CERTAINTIES, CONFIDENCES, newTag, type Tag, VOICES } from "../../annotations/model/tag.ts";
import { focusText } from "../reading/text-views.ts";
import { mayChange, perform, stamp } from "../session/changes.ts";
import { type ClaimPicking, desk, setDesk } from "../session/desk.ts";
import { claimsOf, markOf } from "../session/selectors.ts";
import { finishPassages, focusPanel } from "./passages.ts";
import { handAfterChoice, handAfterUse } from "./tag-in-hand.ts";

/** Gives a passage its stance at once and asks for the claim. */
export function startDraft(sourceId: SourceId, ranges: readonly Range[], stance: Stance): void {
  if (ranges.length === 0 || !mayChange()) return;
  setDesk({
    picking: { kind: "draft", draft: { sourceId, ranges, stance } },
    activeMark: null,
    activeTag: null,
    cardOpen: false,
  });
}

/** Another stance for what is being picked for. */
export function setDraftStance(stance: Stance): void {
  const { picking } = desk();
  if (picking?.kind === "draft") setDesk({ picking: { kind: "draft", draft: { ...picking.draft, stance } } });
  if (picking?.kind === "passages") setDesk({ picking: { ...picking, stance } });
}

/** Marks a passage without saying yet what it means. */
export function addPlainMark(sourceId: SourceId, ranges: readonly Range[]): void {
  if (ranges.length === 0) return;
  const mark = newMark(sourceId, ranges, []);
  if (perform("marking", { kind: "add-mark", ...stamp(), mark })) activate(mark, null);
  focusText(sourceId, ranges.at(-1)?.end);
}

export function cancelPicking(): void {
  const { picking } = desk();
  setDesk({ picking: null, typedAhead: "" });
  if (picking?.kind === "draft") focusText(picking.draft.sourceId);
  if (picking?.kind === "passages") focusPanel();
  const quoting = picking?.kind === "speaker" ? markOf(desk(), picking.markId) : undefined;
  if (quoting) focusText(quoting.sourceId);
}

/** Ends the picking with a claim that exists. */
export function pickClaim(claimId: ClaimId): void {
  finishPicking(claimId, []);
}

/** Ends the picking with a new claim; claim, mark and tag are one step. */
export function pickNewClaim(text: string): void {
  const claim = newClaim(text);
  finishPicking(claim.id, [{ kind: "put-claim", ...stamp(), claim }]);
}

/** A claim with the next free ID. */
export function newClaim(text: string): Claim {
  const { at } = stamp();
  return {
    id: newId(ClaimId),
    label: nextLabel(claimsOf(desk())),
    text: text.trim(),
    note: "",
    aliases: [],
    createdAt: at,
    revisedAt: at,
    removed: false,
  };
}

function finishPicking(claimId: ClaimId, before: readonly SimpleCommand[]): void {
  const { picking } = desk();
  // What was typed stays until it can be kept.
  if (!picking || picking.kind === "speaker" || !mayChange()) return;
  if (picking.kind === "passages") finishPassages(picking, claimId, before);
  else finishOne(picking, claimId, before);
}

/** Ends the picking for one mark. */
function finishOne(picking: OfOneMark, claimId: ClaimId, before: readonly SimpleCommand[]): void {
  const { command, name, markId, tagId, sourceId } = outcome(picking, claimId);
  setDesk({ picking: null, typedAhead: "" });
  if (command && perform(name, ...before, command)) {
    const recent = [claimId, ...desk().recentClaims.filter((id) => id !== claimId)];
    setDesk({ activeMark: markId, activeTag: tagId, activeClaim: claimId, recentClaims: recent });
    takeInHand(markId, tagId);
  }
  if (sourceId && picking.kind === "draft") focusText(sourceId, picking.draft.ranges.at(-1)?.end);
}

type OfOneMark = Exclude<ClaimPicking, { kind: "passages" }>;

interface Outcome {
  readonly command: SimpleCommand | null;
  readonly name: string;
  readonly markId: MarkId | null;
  readonly tagId: TagId | null;
  readonly sourceId: SourceId | null;
}

function outcome(picking: OfOneMark, claimId: ClaimId): Outcome {
  switch (picking.kind) {
    case "draft": {
      const { sourceId, ranges, stance } = picking.draft;
      const tag = newTag(claimId, stance);
      const mark = newMark(sourceId, ranges, [tag]);
      return {
        command: { kind: "add-mark", ...stamp(), mark },
        name: "marking",
        markId: mark.id,
        tagId: tag.id,
        sourceId,
      };
    }
    case "new-tag": {
      const mark = markOf(desk(), picking.markId);
      const tag = newTag(claimId, mark?.tags.at(-1)?.stance ?? "mentions");
      const command: SimpleCommand | null = mark
        ? { kind: "put-tag", ...stamp(), markId: mark.id, index: mark.tags.length, tag }
        : null;
      return { command, name: "adding a tag", markId: picking.markId, tagId: tag.id, sourceId: mark?.sourceId ?? null };
    }
    case "change-claim": {
      const mark = markOf(desk(), picking.markId);
      const command = mark ? tagCommand(mark, picking.tagId, { claimId }) : null;
      return {
        command,
        name: "changing the claim",
        markId: picking.markId,
        tagId: picking.tagId,
        sourceId: mark?.sourceId ?? null,
      };
    }
    default:
      return picking satisfies never;
  }
}

/** Changes fields of one tag as one step; nothing happens when they are as asked already. */
export function changeTag(markId: MarkId, tagId: TagId, name: string, change: Partial<Tag>): void {
  const mark = markOf(desk(), markId);
  const command = mark ? tagCommand(mark, tagId, change) : null;
  if (command && perform(name, command)) takeInHand(markId, tagId);
}

/** What was just made or changed is what is repeated. */
function takeInHand(markId: MarkId | null, tagId: TagId | null): void {
  const tag = markOf(desk(), markId)?.tags.find(({ id }) => id === tagId);
  if (tag) setDesk({ tagInHand: handAfterUse(tag) });
}

function tagCommand(mark: Mark, tagId: TagId, change: Partial<Tag>): SimpleCommand | null {
  const index = mark.tags.findIndex((tag) => tag.id === tagId);
  const tag = mark.tags[index];
  if (!tag) return null;
  const same = Object.entries(change).every(([field, value]) => sameContent(tag[field], value));
  return same ? null : { kind: "put-tag", ...stamp(), markId: mark.id, index, tag: changedTag(tag, change) };
}

/** A value that is taken away leaves nothing behind. */
function changedTag(tag: Tag, change: Partial<Tag>): Tag {
  const { value, ...rest } = { ...tag, ...change };
  return value ? { ...rest, value } : rest;
}

/** The stance key on a mark that exists: changes its active tag. */
export function setActiveStance(stance: Stance): void {
  const active = activeTag();
  if (active) changeTag(active.mark.id, active.tag.id, "changing the stance", { stance });
}

/** The fields of a tag that keys go through, with their values in order. */
const CYCLES = { voice: VOICES, certainty: CERTAINTIES, confidence: CONFIDENCES } as const;

/** Gives the active tag the next value of a field, or the one before, around the end; and says which it is now. */
export function cycleTag(field: keyof typeof CYCLES, step: 1 | -1): void {
  const active = activeTag();
  if (!active) return;
  const values: readonly string[] = CYCLES[field];
  const value = values[(values.indexOf(active.tag[field]) + step + values.length) % values.length];
  if (value === undefined) return;
  changeTag(active.mark.id, active.tag.id, `changing the ${field}`, { [field]: value });
  const name = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  if (activeTag()?.tag[field] === value) setDesk({ news: `${name}: ${value.replace("-", ", ")}.` });
}

/** Opens the claim picker for the active tag, or for a first tag when the mark has none. */
export function changeActiveClaim(): void {
  const { activeMark } = desk();
  const mark = markOf(desk(), activeMark);
  if (!mark || !mayChange()) return;
  const tag = activeTag()?.tag;
  setDesk({
    picking: tag ? { kind: "change-claim", markId: mark.id, tagId: tag.id } : { kind: "new-tag", markId: mark.id },
  });
}

export function removeTag(markId: MarkId, tagId: TagId): void {
  if (perform("removing a tag", { kind: "remove-tag", ...stamp(), markId, tagId })) {
    setDesk({ activeTag: markOf(desk(), markId)?.tags[0]?.id ?? null });
  }
}

/** Makes a mark the one that keys act on. */
export function activate(mark: Mark, tagId: TagId | null = mark.tags[0]?.id ?? null, cardOpen = false): void {
  const tag = mark.tags.find((candidate) => candidate.id === tagId) ?? mark.tags[0];
  setDesk({
    activeMark: mark.id,
    activeTag: tag?.id ?? null,
    cardOpen,
    cardFocus: false,
    moving: null,
    ...(tag ? { activeClaim: tag.claimId } : {}),
    // Going from mark to mark chooses nothing; opening a card does.
    ...(tag && cardOpen ? { tagInHand: handAfterChoice(desk().tagInHand, tag, mark.id) } : {}),
  });
}

export function deactivate(): void {
  setDesk({ activeMark: null, activeTag: null, cardOpen: false, moving: null });
}

/** The tag that keys act on: the chosen one, else the first of the active mark. */
export function activeTag(): { readonly mark: Mark; readonly tag: Tag } | null {
  const state = desk();
  const mark = markOf(state, state.activeMark);
  const tag = mark?.tags.find((candidate) => candidate.id === state.activeTag) ?? mark?.tags[0];
  return mark && tag ? { mark, tag } : null;
}

/** A mark that is made now. */
export function newMark(sourceId: SourceId, ranges: readonly Range[], tags: readonly Tag[]): Mark {
  return { id: newId(MarkId), sourceId, ranges, tags, createdAt: stamp().at };
}

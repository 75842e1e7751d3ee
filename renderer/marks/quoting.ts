import type { MarkId, TagId } from "../../annotations/model/id.ts";
import { speakerKey } from "../../annotations/model/speaker-names.ts";
import { focusText } from "../reading/text-views.ts";
import { mayChange } from "../session/changes.ts";
import { desk, type SpeakerPicking, setDesk } from "../session/desk.ts";
import { markOf } from "../session/selectors.ts";
import { activeTag, changeTag } from "./marking.ts";

/** Why there is nobody to be named at the active mark; null when somebody can be. */
export function whyNoQuote(): string | null {
  return activeTag() ? null : "Give the mark a claim first: whom it quotes is said of its tag.";
}

/** Opens the picker of speakers for the active tag. */
export function pickSpeaker(): void {
  const active = activeTag();
  if (!active || !mayChange()) return;
  setDesk({ picking: { kind: "speaker", markId: active.mark.id, tagId: active.tag.id } });
}

/** Ends the picking with a speaker, who need not be known yet. */
export function takeSpeaker({ markId, tagId }: SpeakerPicking, name: string): void {
  // What was typed stays until it can be kept.
  if (!mayChange()) return;
  const mark = markOf(desk(), markId);
  setDesk({ picking: null, typedAhead: "" });
  giveSpeaker(markId, tagId, name);
  if (mark) focusText(mark.sourceId);
}

/** Says whom a tag quotes. What the article said in its own voice until now is a direct quotation then. */
function giveSpeaker(markId: MarkId, tagId: TagId, name: string): void {
  const tag = markOf(desk(), markId)?.tags.find(({ id }) => id === tagId);
  const speaker = name.trim();
  if (!tag || speaker === "") return;
  const voice = tag.voice === "own" ? "quoted-direct" : tag.voice;
  changeTag(markId, tagId, "changing the speaker", { speaker, voice });
  const given = markOf(desk(), markId)?.tags.find(({ id }) => id === tagId);
  if (given?.speaker !== speaker) return;
  const others = desk().recentSpeakers.filter((one) => speakerKey(one) !== speakerKey(speaker));
  setDesk({ recentSpeakers: [speaker, ...others], news: `${VOICE_NEWS[voice]}: ${speaker}.` });
}

const VOICE_NEWS = {
  "quoted-direct": "Quoted directly",
  "quoted-indirect": "Quoted indirectly",
  document: "A document of",
  unnamed: "An unnamed source",
} as const;

import type { ListedClaim } from "../../model/claim-list.ts";
import { STANCES } from "../../model/stance.ts";
import { ATTITUDES, CERTAINTIES, CONFIDENCES, VOICES } from "../../model/tag.ts";
import { type ConfNote, confNote } from "./conf-notes.ts";
import type { TypeNames } from "./type-names.ts";

/** The attributes that a text-bound annotation may have, with their values. */
const ATTRIBUTES = {
  Stance: STANCES,
  Voice: VOICES,
  Attitude: ATTITUDES,
  Certainty: CERTAINTIES,
  Confidence: CONFIDENCES,
} as const;

/** The attribute of a mark that is flagged to discuss; it has no values. */
export const TO_DISCUSS = "ToDiscuss";

/** brat's configuration of types and attributes, with comments that say what the names stand for. */
export function annotationConf({ types, untagged }: TypeNames, notes: readonly ConfNote[]): string {
  const attributes = Object.entries(ATTRIBUTES).map(
    ([name, values]) => `${name}\tArg:<ENTITY>, Value:${values.join("|")}`,
  );
  return lines([
    ...notes.map(confNote),
    ...section("entities", [...types.values(), untagged]),
    ...section("relations", ["<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"]),
    ...section("events", []),
    ...section("attributes", [...attributes, `${TO_DISCUSS}\tArg:<ENTITY>`]),
  ]);
}

/** What brat shows for the types: the claim ID with the wording, and the claim ID alone where there is little room. */
export function visualConf({ types }: TypeNames, claims: readonly ListedClaim[]): string {
  const labels = claims.map(({ displayLabel, text }) => {
    const [id, words] = [displayLabel, `${displayLabel} ${text}`].map(term);
    return `${types.get(displayLabel)} | ${words} | ${id}`;
  });
  return lines([...section("labels", labels), ...section("drawing", [])]);
}

/** A text as one term among several, which `|` divides. */
function term(text: string): string {
  return text.replace(/[|\s\p{Cc}]+/gu, " ").trim() || "-";
}

function section(name: string, content: readonly string[]): readonly string[] {
  return [`[${name}]`, ...content, ""];
}

function lines(content: readonly string[]): string {
  return content.map((line) => `${line}\n`).join("");
}

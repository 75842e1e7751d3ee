import type { ListedClaim } from "../../model/claim-list.ts";
import { STANCES } from "../../model/stance.ts";
import { ATTITUDES, CERTAINTIES, CONFIDENCES, VOICES } from "../../model/tag.ts";
import { xmlAttribute, xmlCharacters } from "./xml-text.ts";

/** The names of the controls in the labelling interface, and of what they label. */
export const CONTROLS = {
  labels: "claim",
  text: "text",
  note: "note",
  speaker: "speaker",
  markNote: "mark_note",
} as const;

/** The control in which a region is flagged to discuss, and its only choice. */
export const TO_DISCUSS = { name: "to_discuss", choice: "yes" } as const;

const CHOICES = {
  stance: STANCES,
  voice: VOICES,
  attitude: ATTITUDES,
  certainty: CERTAINTIES,
  confidence: CONFIDENCES,
  [TO_DISCUSS.name]: [TO_DISCUSS.choice],
} as const;

/** The label of a claim as XML can hold it. */
export function configLabel(label: string): string {
  return xmlCharacters(label);
}

/**
 * The labelling interface for the tasks: the claims are labels of stretches of text, and each stretch has a stance and the
 * other fields of a tag. Claims have their wording as a hint, and their ids in an attribute that Label Studio passes over.
 */
export function labellingConfig(claims: readonly ListedClaim[], untagged: string): string {
  const labels = claims.map(({ id, displayLabel, text }) => {
    return `    <Label value="${xmlAttribute(displayLabel)}" hint="${xmlAttribute(text)}" claimId="${id}"/>`;
  });
  return [
    "<View>",
    `  <Labels name="${CONTROLS.labels}" toName="${CONTROLS.text}">`,
    ...labels,
    `    <Label value="${untagged}"/>`,
    "  </Labels>",
    "  <Style>.htx-text { white-space: pre-wrap; }</Style>",
    `  <Text name="${CONTROLS.text}" value="$text"/>`,
    ...Object.entries(CHOICES).flatMap(([name, values]) => choices(name, values)),
    ...[CONTROLS.note, CONTROLS.speaker, CONTROLS.markNote].map(textArea),
    "</View>",
    "",
  ].join("\n");
}

function choices(name: string, values: readonly string[]): readonly string[] {
  return [
    `  <Choices name="${name}" toName="${CONTROLS.text}" perRegion="true" choice="single">`,
    ...values.map((value) => `    <Choice value="${value}"/>`),
    "  </Choices>",
  ];
}

function textArea(name: string): string {
  return `  <TextArea name="${name}" toName="${CONTROLS.text}" perRegion="true" placeholder="${name.replace("_", " ")}"/>`;
}

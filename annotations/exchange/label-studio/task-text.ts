import type { Analyst } from "../../model/analyst.ts";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import type { ClaimId } from "../../model/id.ts";
import type { Mark } from "../../model/mark.ts";
import type { Source } from "../../model/source.ts";
import type { Tag } from "../../model/tag.ts";
import { grouped } from "../grouped.ts";
import { CONTROLS, TO_DISCUSS } from "./labelling-config.ts";
import type { RegionDetails } from "./region-details.ts";

/** What the labels of regions are. */
export interface Labels {
  readonly of: (claim: ClaimId) => string;
  readonly untagged: string;
}

/** The tasks as JSON, region by region: one task for each article, and in it one annotation for each analyst. */
export function* tasksText(
  sources: readonly Source[],
  sets: readonly AnnotationSet[],
  labels: Labels,
): Generator<string> {
  const bySource = sets.map((set) => grouped(set.marks, ({ sourceId }) => sourceId));
  yield "[";
  for (const [i, source] of sources.entries()) {
    yield `${i === 0 ? "" : ","}\n{"id":${i + 1},"data":${JSON.stringify(dataOf(source))},"annotations":[`;
    for (const [j, { analyst }] of sets.entries()) {
      yield `${j === 0 ? "" : ","}\n{"id":${i * sets.length + j + 1},"was_cancelled":false,"ground_truth":false,"result":[`;
      yield* resultText(bySource[j]?.get(source.id) ?? [], analyst, labels);
      yield "]}";
    }
    yield '],"predictions":[]}';
  }
  yield "\n]\n";
}

function dataOf({ text, title, author, outlet, date, url, language, originalName, id, sha256 }: Source): object {
  return { text, title, author, outlet, date, url, language, file_name: originalName, source_id: id, sha256 };
}

function* resultText(marks: readonly Mark[], analyst: Analyst, labels: Labels): Generator<string> {
  let comma = "\n";
  for (const mark of marks) {
    for (const tag of mark.tags.length > 0 ? mark.tags : [undefined]) {
      for (const result of resultsOf(mark, tag, analyst, labels)) {
        yield comma + JSON.stringify(result);
        comma = ",\n";
      }
    }
  }
}

/**
 * A region for each piece, under the first of which stand what the tag says and the notes. What a tag has as every new one
 * does is not written.
 */
function resultsOf(mark: Mark, tag: Tag | undefined, { id, name }: Analyst, labels: Labels): readonly object[] {
  return mark.ranges.flatMap(({ start, end, quote }, i) => {
    const place = { start, end };
    const details: RegionDetails = {
      ...{ mark: mark.id, piece: i + 1, createdAt: mark.createdAt, analyst: { id, name } },
      ...(tag && { tag: tag.id }),
      ...(tag?.value && { value: tag.value }),
    };
    const region = {
      id: `${tag?.id ?? `mark-${mark.id}`}${i === 0 ? "" : `.${i + 1}`}`,
      to_name: CONTROLS.text,
      origin: "manual",
    };
    const label = tag ? labels.of(tag.claimId) : labels.untagged;
    const value = { ...place, text: quote, labels: [label] };
    const labelled = { ...region, from_name: CONTROLS.labels, type: "labels", value, meta: { parallax: details } };
    return [labelled, ...(i === 0 ? answersOf(mark, tag).map((answer) => ({ ...region, ...answer(place) })) : [])];
  });
}

type Place = { readonly start: number; readonly end: number };

function answersOf(mark: Mark, tag: Tag | undefined): readonly ((place: Place) => object)[] {
  const { note = "", toDiscuss } = mark;
  return [
    ...(tag ? answersOfTag(tag) : []),
    ...(note === "" ? [] : [typed(CONTROLS.markNote, note)]),
    ...(toDiscuss ? [chosen(TO_DISCUSS.name, TO_DISCUSS.choice)] : []),
  ];
}

function answersOfTag(tag: Tag): readonly ((place: Place) => object)[] {
  const { stance, voice, attitude, certainty, confidence, note, speaker } = tag;
  const choices = [
    ["stance", stance],
    ["voice", voice === "own" ? "" : voice],
    ["attitude", attitude === "neutral" ? "" : attitude],
    ["certainty", certainty === "certain" ? "" : certainty],
    ["confidence", confidence === "high" ? "" : confidence],
  ] as const;
  return [
    ...choices.flatMap(([name, choice]) => (choice === "" ? [] : [chosen(name, choice)])),
    ...(note === "" ? [] : [typed(CONTROLS.note, note)]),
    ...(speaker === "" ? [] : [typed(CONTROLS.speaker, speaker)]),
  ];
}

function chosen(name: string, choice: string) {
  return (place: Place) => ({ from_name: name, type: "choices", value: { ...place, choices: [choice] } });
}

function typed(name: string, text: string) {
  return (place: Place) => ({ from_name: name, type: "textarea", value: { ...place, text: [text] } });
}

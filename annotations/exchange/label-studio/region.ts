import type { ReadBuilder } from "../reading/read-builder.ts";
import type { Unplaced } from "../reading/unplaced.ts";
import { type Annotation, Result } from "./task.ts";

/** A labelled stretch with the answers to what was asked about it. */
export interface Region {
  readonly at: string;
  readonly labelled: Result;
  /** The labels of all entries with the same id. */
  readonly labels: string[];
  readonly answers: { readonly at: string; readonly result: Result }[];
}

/** The regions of an annotation: entries that share an id are one. */
export function regionsIn(
  at: string,
  { result }: Annotation,
  builder: ReadBuilder,
  unplaced: Unplaced,
): readonly Region[] {
  const entries = (result ?? []).flatMap((entry, i) => {
    const place = `${at}/result/${i}`;
    const found = Result.safeParse(entry).data;
    if (!found) builder.problem(place, "This is no region and no answer; it is left out.");
    return found ? [{ at: place, result: found }] : [];
  });
  const regions = new Map<string, Region>();
  for (const { at: place, result: entry } of entries) {
    if (entry.type !== "labels") continue;
    const key = entry.id ?? place;
    const known = regions.get(key);
    if (known) known.labels.push(...(entry.value?.labels ?? []));
    else regions.set(key, { at: place, labelled: entry, labels: [...(entry.value?.labels ?? [])], answers: [] });
  }
  for (const entry of entries) {
    if (entry.result.type === "labels") continue;
    const region = regions.get(entry.result.id ?? "");
    const isAnswer = entry.result.type === "choices" || entry.result.type === "textarea";
    if (region && isAnswer) region.answers.push(entry);
    else unplaced.add(isAnswer ? "Answers about no region of text" : `Entries “${entry.result.type}”`, entry.at);
  }
  return [...regions.values()];
}

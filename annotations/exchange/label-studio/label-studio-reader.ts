import { Refusal } from "../../commands/refusal.ts";
import { type InputFile, jsonOf } from "../input-file.ts";
import type { ReadAnnotations, ReadSource } from "../reading/read-annotations.ts";
import { ReadBuilder } from "../reading/read-builder.ts";
import { Unplaced } from "../reading/unplaced.ts";
import { isFlat, unflattened } from "./json-min.ts";
import { configOf, type LabellingConfig, NO_CONFIG } from "./read-config.ts";
import { type Region, regionsIn } from "./region.ts";
import { RegionMarks } from "./region-marks.ts";
import { rangesIn } from "./region-range.ts";
import { Annotation, type CompletedBy, Task } from "./task.ts";

/** Whether a file begins like a list of tasks. */
export function recognisesLabelStudio(files: readonly InputFile[]): boolean {
  return files.some((file) => {
    const beginning = file.path.toLowerCase().endsWith(".json") ? file.beginning(100_000) : "";
    const isTask = /^\s*\[?\s*\{/.test(beginning) && /"data"\s*:\s*\{/.test(beginning);
    const isAnnotated = /"(?:annotations|completions|predictions)"\s*:\s*\[/.test(beginning);
    return (isTask && (isAnnotated || files.length > 1)) || /"annotation_id"\s*:/.test(beginning);
  });
}

/**
 * Reads tasks of Label Studio, the complete JSON or JSON-MIN, with or without the labelling interface. Each region of a text
 * is a mark, its labels are claims, and the choices and texts that are asked about it the fields of its tags by their
 * names. Predictions and regions of anything but text are counted and left out.
 */
export function readLabelStudio(files: readonly InputFile[]): ReadAnnotations {
  const builder = new ReadBuilder();
  const unplaced = new Unplaced();
  const [configFile] = files.filter(({ path }) => /\.xml$/i.test(path));
  const config = configFile ? configOf(configFile) : NO_CONFIG;
  const taskFiles = files.filter(({ path }) => /\.json$/i.test(path));
  if (taskFiles.length === 0) throw new Refusal("No file among these has tasks of Label Studio (.json).");
  for (const file of taskFiles) {
    const where = taskFiles.length > 1 ? file.path : "";
    for (const [i, task] of tasksOf(file).entries()) readTask(`${where}/${i}`, task, { config, builder, unplaced });
  }
  unplaced.report(builder);
  return builder.result();
}

function tasksOf(file: InputFile): readonly unknown[] {
  const content = jsonOf(file);
  if (Array.isArray(content)) return content;
  if (Task.safeParse(content).success) return [content];
  throw new Refusal(`“${file.path}” is no list of tasks of Label Studio.`);
}

interface Reading {
  readonly config: LabellingConfig;
  readonly builder: ReadBuilder;
  readonly unplaced: Unplaced;
}

function readTask(at: string, content: unknown, reading: Reading): void {
  const { builder, unplaced } = reading;
  const task = Task.safeParse(isFlat(content) ? unflattened(content) : content).data;
  if (!task) {
    builder.problem(at, "This is no task with data; it is left out.");
    return;
  }
  for (const _ of task.predictions ?? []) unplaced.add("Predictions", at);
  const annotations = (task.annotations ?? task.completions ?? []).map((annotation, i) => ({
    at: `${at}/${task.annotations ? "annotations" : "completions"}/${i}`,
    annotation: Annotation.safeParse(annotation).data,
  }));
  const regions = annotations.map(({ at: place, annotation }) => {
    if (annotation && !annotation.was_cancelled) return regionsIn(place, annotation, builder, unplaced);
    if (annotation) unplaced.add("Cancelled annotations", place);
    else builder.problem(place, "This is no annotation; it is left out.");
    return [];
  });
  const text = textOf(task.data, regions.flat(), reading);
  const source = sourceOf(at, task, text, reading);
  const rangeOf = rangesIn(text, regions.flat());
  for (const [i, { annotation }] of annotations.entries()) {
    const analyst = analystOf(annotation?.completed_by, builder);
    const marks = new RegionMarks({
      source,
      rangeOf,
      analyst,
      createdAt: annotation?.created_at ?? undefined,
      ...reading,
    });
    for (const region of regions[i] ?? []) marks.add(region);
    marks.finish();
  }
}

/** The article of a task. */
function sourceOf(at: string, task: Task, text: string | undefined, { builder }: Reading): string {
  const { data } = task;
  const given = (name: keyof ReadSource, ...keys: readonly string[]) => {
    const found = keys.map((key) => data[key]).find((value) => typeof value === "string" && value !== "");
    return found === undefined ? {} : { [name]: found };
  };
  return builder.source({
    key: `task ${task.id ?? at}`,
    ...given("id", "source_id"),
    ...given("url", "url", "uri", "link"),
    ...given("sha256", "sha256"),
    ...given("originalName", "file_name", "filename", "file", "document", "name"),
    ...given("title", "title", "headline"),
    ...given("author", "author"),
    ...given("outlet", "outlet", "publisher"),
    ...given("date", "date", "published"),
    ...given("language", "language", "lang"),
    ...(text === undefined ? {} : { text }),
  });
}

/**
 * The text of the field that the interface shows; else that of `text`; else the longest of all. Absent where the regions
 * count in the text that is shown of a page.
 */
function textOf(data: Task["data"], regions: readonly Region[], { config }: Reading): string | undefined {
  const isPage = regions.some(
    ({ labelled }) => typeof labelled.value?.start === "string" && labelled.value.globalOffsets,
  );
  if (isPage) return undefined;
  const [field] = regions.flatMap(({ labelled }) => config.fields.get(labelled.to_name ?? "") ?? []);
  const named = [field, "text"].map((key) => (key === undefined ? undefined : data[key]));
  const found = named.find((value) => typeof value === "string");
  if (typeof found === "string") return found;
  const texts = Object.values(data).filter((value) => typeof value === "string");
  return texts.reduce<string | undefined>(
    (longest, text) => (text.length > (longest?.length ?? 0) ? text : longest),
    undefined,
  );
}

function analystOf(completedBy: CompletedBy | null | undefined, builder: ReadBuilder): string | undefined {
  if (completedBy === null || completedBy === undefined) return undefined;
  if (typeof completedBy !== "object") {
    return builder.analyst({ key: `user ${completedBy}`, name: `Label Studio user ${completedBy}` });
  }
  const { id, email, first_name = "", last_name = "" } = completedBy;
  const name = `${first_name} ${last_name}`.trim() || email || `Label Studio user ${id}`;
  return builder.analyst({ key: `user ${id ?? email ?? name}`, name });
}

import { Result } from "./task.ts";

/** Whether this is an entry of JSON-MIN, which has a task's data and one annotation's answers side by side. */
export function isFlat(entry: unknown): entry is Readonly<Record<string, unknown>> {
  return typeof entry === "object" && entry !== null && "annotation_id" in entry && !("data" in entry);
}

/** An entry of JSON-MIN as a task. It has no ids of regions: what is asked about a region is told by its place. */
export function unflattened(entry: Readonly<Record<string, unknown>>): unknown {
  const result = Object.entries(entry).flatMap(([name, value]) =>
    Array.isArray(value) ? value.flatMap((item) => resultOf(name, item) ?? []) : [],
  );
  const { id, annotator, created_at } = entry;
  return { id, data: entry, annotations: [{ completed_by: annotator, created_at, result }] };
}

function resultOf(name: string, item: unknown): Result | null {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return null;
  const value = item;
  const type = "labels" in value ? "labels" : "choices" in value ? "choices" : "textarea";
  const place = "start" in value && "end" in value ? { id: `${value.start} ${value.end}` } : {};
  return Result.safeParse({ ...place, type: typeOf(value) ?? type, from_name: name, value }).data ?? null;
}

/** The type that the value itself tells of regions of anything but text. */
function typeOf(value: object): string | undefined {
  return Object.keys(value).find((key) => key.endsWith("labels"));
}

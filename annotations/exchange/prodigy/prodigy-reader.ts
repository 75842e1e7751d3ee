import { z } from "zod";
import { Refusal } from "../../commands/refusal.ts";
import { codePointsOf } from "../../text/code-points.ts";
import { ArticleTexts, readArticle } from "../article-meta.ts";
import type { FormatReader } from "../format.ts";
import { hasKey, jsonLines } from "../json-lines.ts";
import { ReadBuilder } from "../reading/read-builder.ts";
import { Skipped } from "../skipped.ts";
import { Span } from "./span-terms.ts";
import { taskMarks } from "./task-marks.ts";

/** Reads the tasks that `prodigy db-out` writes. */
export const prodigyReader: FormatReader = {
  recognises: (files) =>
    files.length > 0 &&
    files.every(
      (file) => hasKey(file, "spans", "_input_hash") && !hasKey(file, "@context", "export_userid", "from_name"),
    ),
  read: (files) => {
    if (files.length === 0) throw new Refusal("Choose a file that Prodigy exported.");
    const reading = { builder: new ReadBuilder(), skipped: new Skipped(), texts: new ArticleTexts() };
    for (const file of files) {
      for (const { value, at } of jsonLines(file, reading.builder)) readTask(value, at, reading);
    }
    reading.skipped.report(reading.builder);
    return reading.builder.result();
  },
};

interface Reading {
  readonly builder: ReadBuilder;
  readonly skipped: Skipped;
  readonly texts: ArticleTexts;
}

const text = z.string().optional().catch(undefined);

const Task = z.looseObject({
  text: z.string(),
  spans: z.array(z.unknown()).nullish().catch(undefined),
  relations: z.array(z.unknown()).nullish().catch(undefined),
  accept: z.array(z.unknown()).nullish().catch(undefined),
  label: text,
  answer: text,
  _annotator_id: text,
  _session_id: text,
  meta: z.looseObject({ analyst: text }).optional().catch(undefined),
});
type Task = z.infer<typeof Task>;

function readTask(value: unknown, at: string, { builder, skipped, texts }: Reading): void {
  const parsed = Task.safeParse(value);
  const reason = parsed.success ? objectionTo(parsed.data) : "a task without a text is left out";
  if (!parsed.success || reason !== null) {
    skipped.add(at, reason ?? "");
    return;
  }
  const task = parsed.data;
  for (const reason of asidesOf(task)) skipped.add(at, reason);
  const source = builder.source({ key: texts.key(task.text, at), text: task.text, ...readArticle(task.meta) });
  const analyst = analystOf(task, builder);
  for (const mark of taskMarks(spansOf(task, at, skipped), codePointsOf(task))) {
    const tags = mark.tags.map((tag) => ({ ...tag.said, label: builder.label(tag.label) }));
    builder.mark({ ...mark.said, at, source, tags, ranges: mark.ranges, ...(analyst !== undefined && { analyst }) });
  }
}

/** Only what was accepted is an annotation; a task without an answer was never asked about. */
function objectionTo({ answer }: Task): string | null {
  if (answer === "reject") return "a rejected task is left out";
  return answer === "ignore" ? "an ignored task is left out" : null;
}

/** What a task says that is no mark. */
function asidesOf({ relations, accept, label }: Task): readonly string[] {
  return [
    ...((relations ?? []).length > 0 ? ["relations are left out"] : []),
    ...((accept ?? []).length > 0 ? ["choices among options are left out"] : []),
    ...(label ? ["labels of a whole text are left out"] : []),
  ];
}

function analystOf({ _annotator_id, _session_id, meta }: Task, builder: ReadBuilder): string | undefined {
  const name = (_annotator_id ?? _session_id)?.trim();
  if (!name) return undefined;
  const id = z.uuid().safeParse(meta?.analyst).data;
  return builder.analyst({ key: id ?? name, name, ...(id !== undefined && { id }) });
}

function spansOf({ spans }: Task, at: string, skipped: Skipped): readonly Span[] {
  return (spans ?? []).flatMap((one): readonly Span[] => {
    const span = Span.safeParse(one);
    if (span.success && span.data.start < span.data.end) return [span.data];
    skipped.add(at, "a span without a place, or that ends before it begins, is left out");
    return [];
  });
}

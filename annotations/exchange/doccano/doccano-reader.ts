import { z } from "zod";
import { Refusal } from "../../commands/refusal.ts";
import { codePointsOf } from "../../text/code-points.ts";
import { ArticleTexts, readArticle } from "../article-meta.ts";
import type { FormatReader } from "../format.ts";
import { hasKey, jsonLines } from "../json-lines.ts";
import { quotedRange, quotedUnits } from "../quoted-range.ts";
import { ReadBuilder } from "../reading/read-builder.ts";
import { Skipped } from "../skipped.ts";
import { joinedPieces, type LabelledSpan, type Pieces } from "./joined-pieces.ts";
import { doubtAboutUnit, offsetUnit } from "./offset-unit.ts";

/** Reads what doccano exports of sequence labelling and relation extraction, in the older forms too. */
export const doccanoReader: FormatReader = {
  recognises: (files) =>
    files.length > 0 &&
    files.every(
      (file) => hasKey(file, "label", "labels", "entities", "start_offset") && hasKey(file, "text", "pieces", "data"),
    ) &&
    files.every((file) => !hasKey(file, "spans", "_input_hash", "@context", "export_userid", "from_name")),
  read: (files) => {
    if (files.length === 0) throw new Refusal("Choose a file that doccano exported.");
    const builder = new ReadBuilder();
    const skipped = new Skipped();
    const texts = new ArticleTexts();
    for (const file of files) {
      for (const { value, at } of jsonLines(file, builder)) readLine(value, at, { builder, skipped, texts });
    }
    skipped.report(builder);
    return builder.result();
  },
};

interface Reading {
  readonly builder: ReadBuilder;
  readonly skipped: Skipped;
  readonly texts: ArticleTexts;
}

const list = z.array(z.unknown()).optional().catch(undefined);

const Line = z.looseObject({
  text: z.string().optional().catch(undefined),
  data: z.string().optional().catch(undefined),
  ...{ label: list, labels: list, entities: list, annotations: list, pieces: list },
  ...{ relations: list, cats: list, Comments: list, offsets: z.unknown().optional() },
  meta: z.unknown().optional(),
});
type Line = z.infer<typeof Line>;

/** What a line says that is no span. */
const ASIDES = [
  ["relations", "relations are left out"],
  ["cats", "labels of a whole text are left out"],
  ["Comments", "comments are left out"],
] as const;

function readLine(value: unknown, at: string, { builder, skipped, texts }: Reading): void {
  const { data: line } = Line.safeParse(value);
  const content = line?.text ?? line?.data;
  if (!line || content === undefined) {
    skipped.add(at, "a line without a text is left out");
    return;
  }
  for (const [name, reason] of ASIDES) if ((line[name] ?? []).length > 0) skipped.add(at, reason);
  const key = texts.key(content, at);
  builder.source({ key, text: content, ...readArticle(line.meta), ...readArticle(line) });
  const points = codePointsOf({ text: content });
  const unit = offsetUnit(line);
  const pieces = (line.pieces ?? []).flatMap((one): readonly Pieces[] => [Group.safeParse(one).data ?? []].flat());
  const spans = spansOf(line, at, skipped);
  const doubt = spans.length > 0 ? doubtAboutUnit(line, content) : null;
  if (doubt !== null) skipped.add(at, doubt);
  for (const { label, ranges } of joinedPieces(spans, pieces)) {
    builder.mark({
      ...{ at, source: key, tags: [{ label: builder.label(label) }] },
      ranges: ranges.map(([start, end]) =>
        unit === "utf-16" ? quotedUnits(content, start, end) : quotedRange(points, start, end),
      ),
    });
  }
}

const Offset = z.int().min(0);

const Triple = z.tuple([Offset, Offset, z.string()]);

const Entity = z.looseObject({
  start_offset: Offset,
  end_offset: Offset,
  /** A number where the export has only the label's id. */
  label: z.union([z.string(), z.number()]),
});

const Group = z.object({ label: z.string(), stretches: z.array(z.tuple([Offset, Offset])).min(2) });

function spansOf(
  { label, labels, entities, annotations }: Line,
  at: string,
  skipped: Skipped,
): readonly LabelledSpan[] {
  const all = [label ?? [], labels ?? [], entities ?? [], annotations ?? []].flat();
  return all.flatMap((one): readonly LabelledSpan[] => {
    if (typeof one === "string") {
      skipped.add(at, "labels of a whole text are left out");
      return [];
    }
    const span = spanOf(one);
    if (span && span.start < span.end && span.label.trim() !== "") return [span];
    skipped.add(
      at,
      span ? "a span that is empty, ends before it begins or has no label is left out" : "what is no span is left out",
    );
    return [];
  });
}

function spanOf(value: unknown): LabelledSpan | null {
  const triple = Triple.safeParse(value);
  if (triple.success) {
    const [start, end, label] = triple.data;
    return { start, end, label };
  }
  const entity = Entity.safeParse(value);
  if (!entity.success) return null;
  const { start_offset, end_offset, label } = entity.data;
  return { start: start_offset, end: end_offset, label: String(label) };
}

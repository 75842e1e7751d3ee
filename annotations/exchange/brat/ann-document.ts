import { CodePoints } from "../../text/code-points.ts";
import type { ReadMark, ReadRange, ReadTag } from "../reading/read-annotations.ts";
import { setAttribute } from "../reading/read-attribute.ts";
import type { ReadBuilder } from "../reading/read-builder.ts";
import type { Unplaced } from "../reading/unplaced.ts";
import { type AnnLine, annLineOf } from "./ann-line.ts";
import { linePieces, type Span } from "./line-pieces.ts";
import { type MarkDetails, markDetailsOf } from "./mark-details.ts";
import { fromOneLine } from "./one-line.ts";

type TextBound = Extract<AnnLine, { readonly kind: "text-bound" }>;
type Event = Extract<AnnLine, { readonly kind: "event" }>;
type Note = Extract<AnnLine, { readonly kind: "note" }>;

/** A text-bound annotation with what other lines say of it. */
interface Annotated {
  readonly at: string;
  readonly bound: TextBound;
  readonly fields: Partial<ReadTag>;
  readonly notes: Note[];
  details: MarkDetails | null;
  toDiscuss: boolean;
}

/** Whose the annotations are, and what gives the label of a type. */
export interface AnnContext {
  readonly source: string;
  readonly analyst: string | undefined;
  /** The text that positions count in; absent where the files do not hold it. */
  readonly text: string | undefined;
  /** The key of a type's label; null for the type of marks without a claim. */
  readonly labelOf: (type: string) => string | null;
  readonly builder: ReadBuilder;
  readonly unplaced: Unplaced;
}

/** Gathers the lines of one document's annotations, which may point at each other in any order. */
export class AnnDocument {
  readonly #context: AnnContext;
  readonly #annotated = new Map<string, Annotated>();
  readonly #events = new Map<string, Event>();
  readonly #later: { readonly at: string; readonly line: Exclude<AnnLine, TextBound | Event> }[] = [];

  constructor(context: AnnContext) {
    this.#context = context;
  }

  /** Adds what a line says. */
  add(at: string, text: string): void {
    const { builder, unplaced } = this.#context;
    const line = annLineOf(text);
    if (line === null) return;
    if (line.kind === "fault") builder.problem(at, line.message);
    else if (line.kind === "unplaced") unplaced.add(line.what, at);
    else if (line.kind === "text-bound") this.#addBound(at, line);
    else if (line.kind === "event") this.#addEvent(at, line);
    else this.#later.push({ at, line });
  }

  /** Hands the marks over once all lines are added. */
  finish(): void {
    for (const { at, line } of this.#later) {
      if (line.kind === "attribute") this.#setAttribute(at, line.name, line.target, line.value);
      else if (line.kind === "note") this.#addNote(at, line);
    }
    this.#marks();
  }

  #addBound(at: string, bound: TextBound): void {
    if (this.#annotated.has(bound.id)) {
      this.#context.builder.problem(at, `Another annotation before it has the id ${bound.id}; it is left out.`);
      return;
    }
    this.#annotated.set(bound.id, { at, bound, fields: {}, notes: [], details: null, toDiscuss: false });
  }

  #addEvent(at: string, event: Event): void {
    this.#events.set(event.id, event);
    if (event.hasArguments) this.#context.unplaced.add("Arguments of events", at);
  }

  /** The annotation that an id stands for: for an event that of its trigger. */
  #target(id: string): Annotated | undefined {
    return this.#annotated.get(this.#events.get(id)?.trigger ?? id);
  }

  #setAttribute(at: string, name: string, id: string, value: string): void {
    const target = this.#target(id);
    if (!target) this.#context.unplaced.add("Attributes of what is no text-bound annotation or event", at);
    else if (name.toLowerCase() === "todiscuss") target.toDiscuss = true;
    else if (!setAttribute(target.fields, name, value)) this.#context.unplaced.add(`Attributes “${name}”`, at);
  }

  #addNote(at: string, note: Note): void {
    const target = this.#target(note.target);
    if (!target) this.#context.unplaced.add("Comments on what is no text-bound annotation or event", at);
    else if (note.type === "Parallax") target.details = markDetailsOf(note.text);
    else if (["AnnotatorNotes", "Speaker", "MarkNote"].includes(note.type)) target.notes.push(note);
    else this.#context.unplaced.add(`Comments “${note.type}”`, at);
  }

  /** Annotations with one mark id and one place are one mark; where brat moved one of them, it is a mark of its own. */
  #marks(): void {
    const ids = new Set<string>();
    const marks = new Map<string, Annotated[]>();
    for (const annotated of this.#annotated.values()) {
      const { details, bound } = annotated;
      const key = details ? `${details.mark} ${String(bound.spans)}` : `annotation ${bound.id}`;
      const known = marks.get(key);
      if (known) known.push(annotated);
      else marks.set(key, [annotated]);
    }
    const points = this.#context.text === undefined ? null : new CodePoints(this.#context.text);
    for (const [first, ...others] of marks.values()) {
      if (!first) continue;
      const { id, ...mark } = this.#markOf(first, others, points);
      this.#context.builder.mark({ ...mark, ...(id === undefined || ids.has(id) ? {} : { id }) });
      if (id !== undefined) ids.add(id);
    }
  }

  #markOf(first: Annotated, others: readonly Annotated[], points: CodePoints | null): ReadMark {
    const { source, analyst } = this.#context;
    const tags = [first, ...others].flatMap((annotated) => this.#tagOf(annotated) ?? []);
    const plainNote = tags.length === 0 ? "AnnotatorNotes" : "MarkNote";
    const note = this.#noteOf(first, "MarkNote") || this.#noteOf(first, plainNote);
    const { details } = first;
    return {
      at: first.at,
      ...(details && { id: details.mark, createdAt: details.createdAt }),
      source,
      ...(analyst === undefined ? {} : { analyst }),
      ranges: rangesOf(first, points),
      tags,
      ...(note === "" ? {} : { note }),
      ...(first.toDiscuss ? { toDiscuss: true } : {}),
    };
  }

  #tagOf(annotated: Annotated): ReadTag | null {
    const label = this.#context.labelOf(annotated.bound.type);
    if (label === null) return null;
    const { details, fields } = annotated;
    const [note, speaker] = [this.#noteOf(annotated, "AnnotatorNotes"), this.#noteOf(annotated, "Speaker")];
    return {
      ...(details?.tag === undefined ? {} : { id: details.tag }),
      label,
      ...fields,
      ...(note === "" ? {} : { note }),
      ...(speaker === "" ? {} : { speaker }),
      ...(details?.value ? { value: details.value } : {}),
    };
  }

  /** The notes of one type, one below the other; what is longer than the field takes is reported and left out. */
  #noteOf({ at, details, notes }: Annotated, type: string): string {
    const texts = notes.filter((note) => note.type === type).map(({ text }) => (details ? fromOneLine(text) : text));
    const text = texts.join("\n");
    const isTooLong = text.length > (type === "Speaker" ? 500 : 20_000);
    if (isTooLong) this.#context.builder.problem(at, "A note is too long; it is left out.");
    return isTooLong ? "" : text;
  }
}

function rangesOf({ bound, details }: Annotated, points: CodePoints | null): readonly ReadRange[] {
  const spans = (points && details?.pieces && wholePieces(points, details.pieces, bound.spans)) ?? bound.spans;
  const quotes = spans === bound.spans ? quotesOf(bound, points) : spans.map((span) => sliceOf(points, span));
  return spans.map(([start, end], i) => {
    const quote = quotes[i] ?? "";
    return { position: { start, end, unit: "code-point" }, ...(quote === "" ? {} : { quote }) };
  });
}

/** The pieces as they were before they were divided at line ends, unless the annotation was moved since. */
function wholePieces(points: CodePoints, pieces: readonly Span[], spans: readonly Span[]): readonly Span[] | null {
  const isInside = pieces.every(([start, end]) => 0 <= start && start < end && end <= points.length);
  return isInside && String(linePieces(points, pieces)) === String(spans) ? pieces : null;
}

/** What the line itself quotes, with a blank between pieces; what the text has there where that does not fit. */
function quotesOf({ spans, text }: TextBound, points: CodePoints | null): readonly string[] {
  const quoted = Array.from(text);
  const length = spans.reduce((sum, [start, end]) => sum + end - start, spans.length - 1);
  if (quoted.length !== length)
    return spans.map((span) => (spans.length === 1 && text !== "" ? text : sliceOf(points, span)));
  let from = 0;
  return spans.map(([start, end]) => {
    const quote = quoted.slice(from, from + end - start).join("");
    from += end - start + 1;
    return quote;
  });
}

function sliceOf(points: CodePoints | null, [start, end]: Span): string {
  return points && end <= points.length ? points.slice(start, end) : "";
}

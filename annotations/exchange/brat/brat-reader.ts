import { Refusal } from "../../commands/refusal.ts";
import { grouped } from "../grouped.ts";
import type { InputFile } from "../input-file.ts";
import type { ReadAnnotations } from "../reading/read-annotations.ts";
import { ReadBuilder } from "../reading/read-builder.ts";
import { Unplaced } from "../reading/unplaced.ts";
import { AnnDocument } from "./ann-document.ts";
import { type ConfNote, confNoteOf } from "./conf-notes.ts";

/** Annotations in one file, or divided into given ones and others as shared tasks have them. */
const ANNOTATIONS = /\.(?:ann|a1|a2)$/i;

/** Whether one of the files holds standoff annotations. */
export function recognisesBrat(files: readonly InputFile[]): boolean {
  const [first] = files.filter(({ path }) => ANNOTATIONS.test(path));
  return first !== undefined && /^(?:$|\s*$|[TEARMN#]\d*\t|\*\t|#\w*\t)/.test(first.beginning(200));
}

/**
 * Reads brat standoff: text-bound annotations, and those that trigger events, are marks; attributes that are named as
 * fields of a tag are these, and notes of annotators are notes. Positions count code points of the text as it lies there,
 * with CR and LF as two. Where the same document lies in several folders, each folder is an analyst's.
 */
export function readBrat(files: readonly InputFile[]): ReadAnnotations {
  const builder = new ReadBuilder();
  const unplaced = new Unplaced();
  const documents = documentsOf(files);
  if (documents.length === 0) throw new Refusal("No file among these has annotations of brat (.ann).");
  const names = namesOf(files);
  const labels = new Map<string, string | null>();
  const labelOf = (type: string) => {
    const known = labels.get(type);
    if (known !== undefined) return known;
    const made = labelOfType(type, names, builder);
    labels.set(type, made);
    return made;
  };
  for (const type of names.claims.keys()) claimOf(type, names, builder);
  const folders = grouped(documents, ({ name }) => name);
  const isOnly = files.length <= 2;
  for (const document of documents) {
    const { source, analyst, text } = placed(document, folders.get(document.name)?.length ?? 1, names, builder);
    const lines = new AnnDocument({ source, analyst, text, labelOf, builder, unplaced });
    for (const file of document.annotations) addLines(file, isOnly ? "" : `${file.path}, `, lines);
    lines.finish();
  }
  unplaced.report(builder);
  return builder.result();
}

/** A text and its annotations. */
interface Document {
  readonly folder: string;
  /** Its name without folder and extension. */
  readonly name: string;
  readonly text: InputFile | undefined;
  readonly annotations: readonly InputFile[];
}

function documentsOf(files: readonly InputFile[]): readonly Document[] {
  const stem = ({ path }: InputFile) => path.replace(/\.[^./]*$/, "");
  const texts = new Map(files.filter(({ path }) => /\.txt$/i.test(path)).map((file) => [stem(file), file]));
  const groups = grouped(
    files.filter(({ path }) => ANNOTATIONS.test(path)),
    stem,
  );
  return [...groups].map(([path, annotations]) => {
    const at = path.lastIndexOf("/");
    return { folder: path.slice(0, Math.max(0, at)), name: path.slice(at + 1), text: texts.get(path), annotations };
  });
}

/** What the configuration says of names. */
interface Names {
  readonly claims: ReadonlyMap<string, Extract<ConfNote, { readonly kind: "claim" }>>;
  /** The types of claims by the claims' ids, for parents. */
  readonly typeOf: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, Extract<ConfNote, { readonly kind: "source" }>>;
  readonly analysts: ReadonlyMap<string, Extract<ConfNote, { readonly kind: "analyst" }>>;
  readonly untagged: ReadonlySet<string>;
}

function namesOf(files: readonly InputFile[]): Names {
  const notes = files
    .filter(({ path }) => /(?:^|\/)annotation\.conf$/i.test(path))
    .flatMap((file) => [...file.lines()].flatMap((line) => confNoteOf(line) ?? []));
  const claims = notes.flatMap((note) => (note.kind === "claim" ? [note] : []));
  return {
    claims: new Map(claims.map((note) => [note.type, note])),
    typeOf: new Map(claims.map((note) => [note.id ?? "", note.type])),
    sources: new Map(notes.flatMap((note) => (note.kind === "source" ? [[note.file, note]] : []))),
    analysts: new Map(notes.flatMap((note) => (note.kind === "analyst" ? [[note.folder, note]] : []))),
    untagged: new Set(notes.flatMap((note) => (note.kind === "untagged" ? [note.type] : []))),
  };
}

function labelOfType(type: string, names: Names, builder: ReadBuilder): string | null {
  if (names.untagged.has(type)) return null;
  if (!names.claims.has(type)) return builder.label(type);
  return builder.claimLabel(claimOf(type, names, builder), type);
}

/** The key of a claim that the configuration describes, with those that it is part of. */
function claimOf(type: string, names: Names, builder: ReadBuilder): string {
  const note = names.claims.get(type);
  if (!note) return type;
  const { kind: _kind, type: _type, parent, ...claim } = note;
  const parentType = parent === undefined ? undefined : names.typeOf.get(parent);
  return builder.claim({ key: type, ...claim, ...(parentType === undefined ? {} : { parent: parentType }) });
}

interface Placed {
  readonly source: string;
  readonly analyst: string | undefined;
  readonly text: string | undefined;
}

/** `folders`: how many folders have a document of this name. */
function placed(document: Document, folders: number, names: Names, builder: ReadBuilder): Placed {
  const { folder, name } = document;
  const known = names.sources.get(name);
  const text = document.text?.text();
  const isShared = known !== undefined || folders > 1;
  const {
    kind: _kind,
    file: _file,
    ...details
  } = known ?? { kind: "", file: "", originalName: `${name}.txt`, title: name };
  const key = isShared ? name : [folder, name].filter(Boolean).join("/");
  builder.source({ key, ...details, ...(text === undefined ? {} : { text }) });
  const analyst = names.analysts.get(folder) ?? (folders > 1 && folder !== "" ? { id: undefined, name: folder } : null);
  return {
    source: key,
    analyst: analyst
      ? builder.analyst({ key: folder, ...(analyst.id ? { id: analyst.id } : {}), name: analyst.name })
      : undefined,
    text,
  };
}

function addLines(file: InputFile, where: string, document: AnnDocument): void {
  let number = 0;
  for (const line of file.lines()) document.add(`${where}line ${++number}`, line);
}

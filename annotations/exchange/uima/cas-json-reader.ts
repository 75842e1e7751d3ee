import { z } from "zod";
import { Refusal } from "../../commands/refusal.ts";
import type { FormatReader } from "../format.ts";
import { type InputFile, jsonOf } from "../input-file.ts";
import { quotedUnits } from "../quoted-range.ts";
import type { ReadAnnotations, ReadRange, ReadSource } from "../reading/read-annotations.ts";
import { ReadBuilder } from "../reading/read-builder.ts";
import { Unplaced } from "../reading/unplaced.ts";
import { CasDocument, CasStructure, isDocumentType, structuresOf } from "./cas-document.ts";
import { CasMarks } from "./cas-marks.ts";
import { ClaimTerms, DocumentTerms, defined } from "./cas-terms.ts";
import { foreignTags, shortName, unmarkedKind } from "./foreign-annotation.ts";
import { PARALLAX_ARTICLE, PARALLAX_CLAIM, PARALLAX_TAG } from "./type-system.ts";

/**
 * Reads UIMA JSON CAS 0.4.0. Each view with a text is an article. Annotations of the layer that Parallax writes come back
 * whole; those of other layers are marks whose label is the feature `value`, `label` or `identifier`, else the name of the
 * layer. Offsets count UTF-16 code units. Words, sentences, relations and what is no annotation are counted and left out.
 */
export const casJsonReader: FormatReader = { recognises, read };

function recognises(files: readonly InputFile[]): boolean {
  return files.some(isCas);
}

function isCas(file: InputFile): boolean {
  return /^\s*\{\s*"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)"/.test(file.beginning(1_000));
}

interface Reading {
  readonly document: CasDocument;
  readonly builder: ReadBuilder;
  readonly unplaced: Unplaced;
}

function read(files: readonly InputFile[]): ReadAnnotations {
  const builder = new ReadBuilder();
  const unplaced = new Unplaced();
  const casFiles = files.length === 1 ? files : files.filter(({ path }) => /\.json$/i.test(path));
  if (casFiles.length === 0) throw new Refusal("No file among these has a UIMA CAS (.json).");
  for (const file of casFiles) {
    const document = CasDocument.safeParse(jsonOf(file)).data;
    const where = casFiles.length > 1 ? file.path : "";
    if (document) readDocument(where, file, { document, builder, unplaced });
    else if (casFiles.length === 1)
      throw new Refusal(`“${file.path}” is no UIMA CAS: it has no “%FEATURE_STRUCTURES” that are a list or an object.`);
    else builder.problem(file.path, "This is no UIMA CAS; it is left out.");
  }
  unplaced.report(builder);
  return builder.result();
}

/** A feature structure that is understood, and where it stands. */
interface Entry {
  readonly at: string;
  readonly id: string;
  readonly structure: CasStructure;
}

function readDocument(where: string, file: InputFile, reading: Reading): void {
  const { document, builder } = reading;
  const entries = structuresOf(document).flatMap(([id, content], i): readonly Entry[] => {
    const at = `${where}/%FEATURE_STRUCTURES/${Array.isArray(document["%FEATURE_STRUCTURES"]) ? i : id}`;
    const structure = CasStructure.safeParse(content).data;
    if (structure) return [{ at, id, structure }];
    builder.problem(at, "This is no feature structure with a type; it is left out.");
    return [];
  });
  for (const { structure } of entries) if (structure["%TYPE"] === PARALLAX_CLAIM.name) readClaim(structure, builder);
  const sofas = sofasOf(file, entries, reading);
  const marks = new CasMarks(builder);
  for (const entry of entries) readEntry(entry, sofas, marks, reading);
  marks.finish();
}

function readClaim(structure: CasStructure, builder: ReadBuilder): void {
  const { claim, claimId, text } = ClaimTerms.safeParse(structure).data ?? {};
  if (claim !== undefined && claimId !== undefined)
    builder.claim({ key: claimId, id: claimId, label: claim, ...defined({ text }) });
}

interface Sofa {
  readonly source: string;
  readonly text: string | undefined;
}

/** The texts of a document by the ids of their Sofas, each added as an article. */
function sofasOf(
  file: InputFile,
  entries: readonly Entry[],
  { document, builder }: Reading,
): ReadonlyMap<string, Sofa> {
  const said = new Map<string, DocumentTerms>();
  for (const { structure } of entries) {
    const type = structure["%TYPE"];
    if (type !== PARALLAX_ARTICLE.name && !isDocumentType(document, type)) continue;
    const sofa = String(structure["@sofa"] ?? "");
    const terms = DocumentTerms.safeParse(structure).data;
    said.set(sofa, { ...said.get(sofa), ...defined(terms ?? {}) });
  }
  const sofas = new Map<string, Sofa>();
  for (const { id, structure } of entries) {
    if (structure["%TYPE"] !== "uima.cas.Sofa" || sofas.has(id)) continue;
    const text = typeof structure.sofaString === "string" ? structure.sofaString : undefined;
    const key = `${file.path} ${id}`;
    sofas.set(id, { source: key, text });
    builder.source({ key, ...detailsOf(file, said.get(id) ?? {}), ...defined({ text }) });
  }
  return sofas;
}

const Uuid = z.uuid();

/** An article's details. Other programs keep the name of the file as its id or title. */
function detailsOf({ path }: InputFile, terms: DocumentTerms): Omit<ReadSource, "key" | "text"> {
  const { documentTitle: title, documentId, documentUri: url, language, originalName, ...rest } = terms;
  const isOwn = Uuid.safeParse(documentId).success;
  const name = originalName ?? (isOwn ? undefined : (documentId ?? title ?? path));
  return defined({
    ...{ id: isOwn ? documentId : undefined, title, url, originalName: name, ...rest },
    language: language === "x-unspecified" ? undefined : language,
  });
}

function readEntry(
  { at, structure }: Entry,
  sofas: ReadonlyMap<string, Sofa>,
  marks: CasMarks,
  reading: Reading,
): void {
  const { document, unplaced } = reading;
  const type = structure["%TYPE"];
  const isOurs = type === PARALLAX_CLAIM.name || type === PARALLAX_ARTICLE.name;
  if (isOurs || type === "uima.cas.Sofa" || "%ELEMENTS" in structure || isDocumentType(document, type)) return;
  const kind = unmarkedKind(structure);
  if (kind !== null) unplaced.add(kind, at);
  else if (structure.begin === undefined && structure.end === undefined)
    unplaced.add(`Feature structures without a place (“${shortName(type)}”)`, at);
  else readAnnotation({ at, structure }, sofas, marks, reading);
}

function readAnnotation(
  { at, structure }: Pick<Entry, "at" | "structure">,
  sofas: ReadonlyMap<string, Sofa>,
  marks: CasMarks,
  { builder, unplaced }: Reading,
): void {
  const [only] = sofas.size === 1 ? sofas.values() : [];
  const sofa = sofas.get(String(structure["@sofa"] ?? "")) ?? only;
  const range = rangeOf(structure.begin, structure.end, sofa?.text);
  if (!sofa) builder.problem(at, "Its “@sofa” is no text of this file; it is left out.");
  else if (!range) builder.problem(at, "Its “begin” and “end” are no stretch of a text; it is left out.");
  else if (structure["%TYPE"] === PARALLAX_TAG.name) marks.add(at, sofa.source, range, structure);
  else builder.mark({ at, source: sofa.source, ranges: [range], tags: foreignTags(at, structure, builder, unplaced) });
}

function rangeOf(start: unknown, end: unknown, text: string | undefined): ReadRange | null {
  if (typeof start !== "number" || typeof end !== "number") return null;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || start >= end) return null;
  return quotedUnits(text ?? "", start, end);
}

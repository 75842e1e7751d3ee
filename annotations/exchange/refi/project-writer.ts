import { claimList, type ListedClaim } from "../../model/claim-list.ts";
import type { ClaimId } from "../../model/id.ts";
import type { Mark } from "../../model/mark.ts";
import { openSources, type Project } from "../../model/project.ts";
import type { Source } from "../../model/source.ts";
import type { Tag } from "../../model/tag.ts";
import { codePointsOf } from "../../text/code-points.ts";
import { distinctNames } from "../distinct-names.ts";
import type { ExportedFile, ExportRequest, WrittenExport } from "../format.ts";
import { replacedCharacters } from "../xml/replaced-characters.ts";
import { XmlWriter } from "../xml/xml-writer.ts";
import { stanceGuid, writeCodes } from "./codebook-writer.ts";
import { descriptionOf } from "./description.ts";
import { derivedGuid } from "./guid.ts";
import { markFields } from "./mark-description.ts";

/** The articles' details that are written as variables, with their names there. */
export const SOURCE_VARIABLES = [
  ["Title", "title"],
  ["Author", "author"],
  ["Outlet", "outlet"],
  ["Date", "date"],
  ["URL", "url"],
  ["Language", "language"],
  ["File", "originalName"],
] as const;

const NAMESPACE = "urn:QDA-XML:project:1.0";

interface Note {
  readonly guid: string;
  readonly name: string;
  readonly text: string;
  readonly user: string;
}

interface Writing {
  readonly xml: XmlWriter;
  readonly notes: Note[];
  readonly hasCrlf: boolean;
  /** The ids of marks and tags that are written already. */
  readonly used: Set<string>;
}

/** A REFI-QDA project: `project.qde`, and the articles' texts in the folder `sources`. */
export function writtenProject({ project, sets }: ExportRequest, options: ReadonlySet<string>): WrittenExport {
  const sources = openSources(project);
  const writing: Writing = { xml: new XmlWriter(), notes: [], hasCrlf: options.has("crlf"), used: new Set() };
  const raised = writeProject(writing, project, sources, sets);
  return {
    files: [
      { path: "project.qde", content: writing.xml.content() },
      ...sources.map((source) => textOf(source, writing.hasCrlf)),
    ],
    losses: [...raised, ...replacedCharacters(writing.xml)],
  };
}

function textOf({ id, text }: Source, hasCrlf: boolean): ExportedFile {
  return { path: `sources/${id}.txt`, content: ["\ufeff", hasCrlf ? text.replaceAll("\n", "\r\n") : text] };
}

/** Gives what is changed of the claims. */
function writeProject(
  writing: Writing,
  project: Project,
  sources: readonly Source[],
  sets: ExportRequest["sets"],
): readonly string[] {
  const { xml } = writing;
  const claims = claimList(project);
  const { title, createdAt } = project.file;
  xml.open("Project", { xmlns: NAMESPACE, name: title, origin: "Parallax", creationDateTime: createdAt });
  if (sets.length > 0) {
    xml.open("Users");
    for (const { analyst } of sets) xml.leaf("User", { guid: analyst.id, name: analyst.name });
    xml.close();
  }
  const raised = claims.length > 0 ? writeCodeBook(xml, claims) : [];
  writeVariables(xml);
  if (sources.length > 0) {
    xml.open("Sources");
    const names = distinctNames(sources.map(({ title, originalName }) => title || originalName));
    const byId: Claims = new Map(claims.map((claim) => [claim.id, claim]));
    for (const [i, source] of sources.entries())
      writeSource(writing, source, sets, { name: names[i] ?? "", claims: byId });
    xml.close();
  }
  writeNotes(writing);
  xml.close();
  return raised;
}

function writeCodeBook(xml: XmlWriter, claims: readonly ListedClaim[]): readonly string[] {
  xml.open("CodeBook");
  const raised = writeCodes(xml, claims);
  xml.close();
  return raised;
}

function writeVariables(xml: XmlWriter): void {
  xml.open("Variables");
  for (const [name] of SOURCE_VARIABLES) {
    xml.leaf("Variable", { guid: variableGuid(name), name, typeOfVariable: "Text" });
  }
  xml.close();
}

function variableGuid(name: string): string {
  return derivedGuid(`variable ${name}`);
}

type Claims = ReadonlyMap<ClaimId, ListedClaim>;

interface SourceContext {
  /** The name that no other source of the project has. */
  readonly name: string;
  readonly claims: Claims;
}

function writeSource(
  writing: Writing,
  source: Source,
  sets: ExportRequest["sets"],
  { name, claims }: SourceContext,
): void {
  const { xml } = writing;
  xml.open("TextSource", { guid: source.id, name, plainTextPath: `internal://${source.id}.txt` });
  const position = positionsIn(source, writing.hasCrlf);
  for (const { analyst, marks } of sets) {
    for (const mark of marks) {
      if (mark.sourceId === source.id) writeMark(writing, mark, { user: analyst.id, position, claims });
    }
  }
  for (const [variable, field] of SOURCE_VARIABLES) {
    if (source[field] === "") continue;
    xml.open("VariableValue");
    xml.leaf("VariableRef", { targetGUID: variableGuid(variable) });
    xml.leaf("TextValue", {}, source[field]);
    xml.close();
  }
  xml.close();
}

/** Turns a position in a source's text into one in the file, whose line ends may be two characters long. */
function positionsIn(source: Source, hasCrlf: boolean): (offset: number) => number {
  if (!hasCrlf) return (offset) => offset;
  const points = codePointsOf(source);
  const ends = [...source.text.matchAll(/\n/g)].map(({ index }) => points.fromUtf16(index));
  return (offset) => offset + countBelow(ends, offset);
}

function countBelow(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface MarkContext {
  readonly user: string;
  readonly position: (offset: number) => number;
  readonly claims: Claims;
}

/** A mark is one selection for each piece; the first says all of it, the others have the same codes. */
function writeMark(writing: Writing, mark: Mark, { user, position, claims }: MarkContext): void {
  const { xml } = writing;
  const own = ownGuid(writing, "mark", mark.id, user);
  const guids = new Map(mark.tags.map(({ id }) => [id, ownGuid(writing, "tag", id, user)]));
  const guidOf = ({ id }: Tag) => guids.get(id) ?? id;
  for (const [i, { start, end, quote }] of mark.ranges.entries()) {
    const guid = i === 0 ? own : derivedGuid(`${own} piece ${i}`);
    xml.open("PlainTextSelection", {
      ...{ guid, name: shortened(quote) },
      startPosition: String(position(start)),
      endPosition: String(position(end)),
      ...{ creatingUser: user, creationDateTime: mark.createdAt },
    });
    xml.leaf("Description", {}, descriptionOf(markFields(mark, i, guidOf)));
    for (const tag of mark.tags) {
      if (claims.has(tag.claimId))
        writeCoding(writing, tag, { guid: guidOf(tag), piece: i, user, createdAt: mark.createdAt });
    }
    if (i === 0) writeNoteRef(writing, own, mark.note ?? "", user);
    xml.close();
  }
}

/** Two analysts may have a mark with the same id, as after a merge; the second gets another GUID. */
function ownGuid({ used }: Writing, kind: "mark" | "tag", id: string, user: string): string {
  const key = `${kind} ${id}`;
  if (used.has(key)) return derivedGuid(`${key} of ${user}`);
  used.add(key);
  return id;
}

function shortened(quote: string): string {
  const characters = [...quote.slice(0, 200)];
  return characters.length > 60 ? `${characters.slice(0, 60).join("")}…` : quote;
}

interface CodingContext {
  readonly guid: string;
  readonly piece: number;
  readonly user: string;
  readonly createdAt: string;
}

function writeCoding(
  writing: Writing,
  { claimId, stance, note }: Tag,
  { guid, piece, user, createdAt }: CodingContext,
): void {
  const { xml } = writing;
  const own = piece === 0 ? guid : derivedGuid(`${guid} piece ${piece}`);
  xml.open("Coding", { guid: own, creatingUser: user, creationDateTime: createdAt });
  xml.leaf("CodeRef", { targetGUID: stanceGuid(claimId, stance) });
  if (piece === 0) writeNoteRef(writing, guid, note, user);
  xml.close();
}

function writeNoteRef({ xml, notes }: Writing, of: string, text: string, user: string): void {
  if (text === "") return;
  const guid = derivedGuid(`note ${notes.length} ${of}`);
  notes.push({ guid, name: shortened(text), text, user });
  xml.leaf("NoteRef", { targetGUID: guid });
}

function writeNotes({ xml, notes }: Writing): void {
  if (notes.length === 0) return;
  xml.open("Notes");
  for (const { guid, name, text, user } of notes) {
    xml.open("Note", { guid, name, creatingUser: user });
    xml.leaf("PlainTextContent", {}, text);
    xml.close();
  }
  xml.close();
}

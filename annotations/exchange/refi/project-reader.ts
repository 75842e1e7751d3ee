import { Refusal } from "../../commands/refusal.ts";
import { CodePoints } from "../../text/code-points.ts";
import { parseJson } from "../../text/json.ts";
import type { FormatReader } from "../format.ts";
import type { InputFile } from "../input-file.ts";
import {
  type ReadAnnotations,
  type ReadMark,
  type ReadRange,
  type ReadSource,
  ReadTag,
} from "../reading/read-annotations.ts";
import { ReadBuilder } from "../reading/read-builder.ts";
import { childNamed, childrenNamed, parseXml, type XmlElement } from "../xml/xml-element.ts";
import { type CodeLabels, readCodes } from "./codebook-reader.ts";
import { type DescriptionField, fieldsOf, MARK_FIELD, TAG_FIELD } from "./description.ts";
import { plainGuid } from "./guid.ts";
import { SOURCE_VARIABLES } from "./project-writer.ts";

/** Reads REFI-QDA projects of any program: `project.qde` with the texts beside it. */
export const refiProjectReader: FormatReader = {
  recognises: (files) => projectFile(files) !== undefined,
  read: (files) => {
    const file = projectFile(files);
    if (!file) throw new Refusal("A REFI-QDA project holds a file “project.qde”, which is not here.");
    const root = parseXml(file.path, file.text().replace(/^\ufeff/, ""));
    if (root.name !== "Project")
      throw new Refusal(`“${file.path}” cannot be read: line ${root.line}: it is no REFI-QDA project.`);
    return new ProjectReading(root, files).read();
  },
};

function projectFile(files: readonly InputFile[]): InputFile | undefined {
  return files.find(({ path }) => path.toLowerCase().endsWith(".qde"));
}

/** What is not read, by the elements' names. */
const UNREAD: Readonly<Record<string, string>> = {
  PictureSource: "pictures",
  PDFSource: "PDF documents",
  AudioSource: "sound recordings",
  VideoSource: "videos",
  Cases: "cases",
  Sets: "sets",
  Links: "links",
  Graphs: "maps",
};

interface PendingMark {
  readonly mark: Omit<ReadMark, "ranges">;
  readonly pieces: { readonly piece: number; readonly range: ReadRange }[];
}

class ProjectReading {
  readonly #root: XmlElement;
  readonly #builder = new ReadBuilder();
  readonly #isOwn: boolean;
  readonly #files = new Map<string, InputFile>();
  readonly #notes = new Map<string, string>();
  readonly #variables = new Map<string, string>();
  readonly #marks = new Map<string, PendingMark>();
  #labels: CodeLabels = new Map();

  constructor(root: XmlElement, files: readonly InputFile[]) {
    this.#root = root;
    this.#isOwn = root.attributes.get("origin")?.startsWith("Parallax") ?? false;
    for (const file of files) this.#files.set(fileName(file.path), file);
  }

  read(): ReadAnnotations {
    const root = this.#root;
    this.#labels = readCodes(this.#builder, childNamed(childNamed(root, "CodeBook"), "Codes"));
    for (const user of childrenNamed(childNamed(root, "Users"), "User")) this.#readUser(user);
    for (const note of childrenNamed(childNamed(root, "Notes"), "Note")) this.#readNote(note);
    for (const { attributes } of childrenNamed(childNamed(root, "Variables"), "Variable")) {
      this.#variables.set(plainGuid(attributes.get("guid")), attributes.get("name") ?? "");
    }
    const sources = childNamed(root, "Sources");
    for (const source of childrenNamed(sources, "TextSource")) this.#readSource(source);
    this.#reportUnread([...(sources?.children ?? []), ...root.children]);
    for (const { mark, pieces } of this.#marks.values()) {
      const ranges = pieces.toSorted((a, b) => a.piece - b.piece).map(({ range }) => range);
      this.#builder.mark({ ...mark, ranges });
    }
    return this.#builder.result();
  }

  #readUser({ attributes }: XmlElement): void {
    const key = plainGuid(attributes.get("guid"));
    const name = attributes.get("name") || attributes.get("id") || "";
    if (key !== "" && name !== "") this.#builder.analyst({ key, ...(this.#isOwn && { id: key }), name });
  }

  #readNote(note: XmlElement): void {
    const text = childNamed(note, "PlainTextContent")?.text ?? this.#textAt(note.attributes.get("plainTextPath"));
    if (text) this.#notes.set(plainGuid(note.attributes.get("guid")), text);
  }

  #textAt(path: string | undefined): string | undefined {
    const file = path === undefined ? undefined : this.#files.get(fileName(path));
    try {
      return file?.text().replace(/^\ufeff/, "");
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#builder.problem(file?.path ?? "", error.message);
      return undefined;
    }
  }

  #readSource(element: XmlElement): void {
    const { attributes, line } = element;
    const key = plainGuid(attributes.get("guid")) || `line ${line}`;
    const text = this.#textAt(attributes.get("plainTextPath")) ?? childNamed(element, "PlainTextContent")?.text;
    if (text === undefined)
      this.#builder.problem(`line ${line}`, `the text of “${attributes.get("name") ?? key}” is not here`);
    const details = this.#detailsOf(element);
    this.#builder.source({
      key,
      ...(this.#isOwn && { id: key }),
      ...{ title: attributes.get("name") ?? "", originalName: attributes.get("name") ?? "" },
      ...details,
      ...(text !== undefined && { text }),
    });
    const points = text === undefined ? null : new CodePoints(text);
    const codings = childrenNamed(element, "Coding").length;
    if (codings > 0) this.#builder.problem(`line ${line}`, `codes on the whole document are not read (${codings})`);
    for (const selection of childrenNamed(element, "PlainTextSelection")) this.#readSelection(selection, key, points);
  }

  #detailsOf(element: XmlElement): Partial<ReadSource> {
    const named = new Map(
      childrenNamed(element, "VariableValue").map((value) => {
        const variable = plainGuid(childNamed(value, "VariableRef")?.attributes.get("targetGUID"));
        return [this.#variables.get(variable)?.toLowerCase(), childNamed(value, "TextValue")?.text ?? ""];
      }),
    );
    const found = SOURCE_VARIABLES.flatMap(([name, field]) => {
      const text = named.get(name.toLowerCase());
      return text ? [[field, text]] : [];
    });
    return Object.fromEntries(found);
  }

  #readSelection(element: XmlElement, source: string, points: CodePoints | null): void {
    const { attributes, line } = element;
    const at = `line ${line}`;
    const [start, end] = [position(attributes.get("startPosition")), position(attributes.get("endPosition"))];
    if (start === null || end === null || start >= end) {
      this.#builder.problem(at, "a selection without a beginning before its end");
      return;
    }
    const quote = points && end <= points.length ? { quote: points.slice(start, end) } : {};
    const range: ReadRange = { position: { start, end, unit: "code-point" }, ...quote };
    const description = childNamed(element, "Description")?.text ?? "";
    const fields = fieldsOf(description);
    const [, id, piece = "1"] = (fields[0]?.[0] === MARK_FIELD && OWN_PIECE.exec(fields[0][1])) || [];
    const known = id === undefined ? undefined : this.#marks.get(`${source} ${id}`);
    if (known) {
      known.pieces.push({ piece: Number(piece), range });
      return;
    }
    const note = [id === undefined ? description.trim() : "", ...this.#notesOf(element)].filter((text) => text !== "");
    const user = plainGuid(attributes.get("creatingUser"));
    const createdAt = attributes.get("creationDateTime");
    this.#marks.set(id === undefined ? `${at} ${this.#marks.size}` : `${source} ${id}`, {
      mark: {
        ...{ at, source, tags: this.#tagsOf(element, id === undefined ? [] : fields) },
        ...(id !== undefined && { id }),
        ...(user !== "" && { analyst: user }),
        ...(note.length > 0 && { note: note.join("\n\n") }),
        ...(createdAt !== undefined && { createdAt }),
        ...(id !== undefined && fields.some(([name]) => name === "To discuss") && { toDiscuss: true }),
      },
      pieces: [{ piece: Number(piece), range }],
    });
  }

  #notesOf(element: XmlElement): readonly string[] {
    return childrenNamed(element, "NoteRef").flatMap(
      ({ attributes }) => this.#notes.get(plainGuid(attributes.get("targetGUID"))) ?? [],
    );
  }

  #tagsOf(element: XmlElement, fields: readonly DescriptionField[]): readonly ReadTag[] {
    const details = tagDetails(fields);
    return childrenNamed(element, "Coding").flatMap((coding) => {
      const code = plainGuid(childNamed(coding, "CodeRef")?.attributes.get("targetGUID"));
      const label = this.#labels.get(code);
      if (label === undefined) {
        this.#builder.problem(`line ${coding.line}`, "it has a code that is not in the codebook");
        return [];
      }
      const id = plainGuid(coding.attributes.get("guid"));
      const note = this.#notesOf(coding).join("\n\n");
      const bare = { label, ...(fields.length > 0 && { id }), ...(note !== "" && { note }) };
      const whole = ReadTag.safeParse({ ...bare, ...details.get(id) });
      if (whole.success) return [whole.data];
      this.#builder.problem(`line ${coding.line}`, "what its description says of the tag is not understood");
      return [{ label, ...(fields.length > 0 && { id }) }];
    });
  }

  #reportUnread(elements: readonly XmlElement[]): void {
    for (const [name, words] of Object.entries(UNREAD)) {
      const found = elements.filter((element) => element.name === name);
      const count = name.endsWith("Source")
        ? found.length
        : found.reduce((sum, { children }) => sum + children.length, 0);
      if (count > 0) this.#builder.problem(`line ${found[0]?.line}`, `${words} are not read (${count})`);
    }
  }
}

const OWN_PIECE = /^([0-9a-f-]{36}), piece (\d{1,6}) of \d{1,6}$/;

function fileName(path: string): string {
  return (/[^/\\]*$/.exec(path)?.[0] ?? "").toLowerCase();
}

function position(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : null;
}

const TAG_FIELDS: ReadonlyMap<string, string> = new Map(
  ["voice", "speaker", "attitude", "certainty", "confidence"].map((field) => [
    `${field[0]?.toUpperCase()}${field.slice(1)}`,
    field,
  ]),
);

/** What a description says of each tag, by the tag's id. */
function tagDetails(fields: readonly DescriptionField[]): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const details = new Map<string, Record<string, unknown>>();
  let current: Record<string, unknown> = {};
  for (const [name, value] of fields) {
    if (name === TAG_FIELD) {
      current = {};
      details.set(plainGuid(value), current);
    }
    const field = TAG_FIELDS.get(name);
    if (field) current[field] = value;
    if (name !== "Figure") continue;
    const parsed = parseJson(value);
    Object.assign(current, { value: parsed.ok ? parsed.value : value });
  }
  return details;
}

import { Refusal } from "../../commands/refusal.ts";
import { CodePoints } from "../../text/code-points.ts";
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
import { plainGuid } from "./guid.ts";
import { type DescribedPiece, describedPiece } from "./mark-description.ts";
import { SOURCE_VARIABLES } from "./project-writer.ts";

/** Reads REFI-QDA projects of any program: `project.qde` with the texts beside it. */
export const refiProjectReader: FormatReader = {
  recognises: (files) => projectFile(files) !== undefined,
  read: (files) => {
    const file = projectFile(files);
    if (!file) throw new Refusal("A REFI-QDA project holds a file “project.qde”, which is not here.");
    const root = parseXml(file);
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
    const own = describedPiece(description);
    const user = plainGuid(attributes.get("creatingUser"));
    const key = own ? `${source} ${own.id} of ${user}` : `${at} ${this.#marks.size}`;
    const piece = { piece: own?.piece ?? 1, range };
    const known = this.#marks.get(key);
    if (known) {
      known.pieces.push(piece);
      return;
    }
    const note = [own ? "" : description.trim(), ...this.#notesOf(element)].filter((text) => text !== "");
    const createdAt = attributes.get("creationDateTime");
    this.#marks.set(key, {
      mark: {
        ...{ at, source, tags: this.#tagsOf(element, own) },
        ...(own && { id: own.id }),
        ...(user !== "" && { analyst: user }),
        ...(note.length > 0 && { note: note.join("\n\n") }),
        ...(createdAt !== undefined && { createdAt }),
        ...(own?.toDiscuss && { toDiscuss: true }),
      },
      pieces: [piece],
    });
  }

  #notesOf(element: XmlElement): readonly string[] {
    return childrenNamed(element, "NoteRef").flatMap(
      ({ attributes }) => this.#notes.get(plainGuid(attributes.get("targetGUID"))) ?? [],
    );
  }

  #tagsOf(element: XmlElement, own: DescribedPiece | null): readonly ReadTag[] {
    return childrenNamed(element, "Coding").flatMap((coding) => {
      const code = plainGuid(childNamed(coding, "CodeRef")?.attributes.get("targetGUID"));
      const label = this.#labels.get(code);
      if (label === undefined) {
        this.#builder.problem(`line ${coding.line}`, "it has a code that is not in the codebook");
        return [];
      }
      const id = plainGuid(coding.attributes.get("guid"));
      const note = this.#notesOf(coding).join("\n\n");
      const bare = { label, ...(own && { id }), ...(note !== "" && { note }) };
      const whole = ReadTag.safeParse({ ...bare, ...own?.tags.get(id) });
      if (whole.success) return [whole.data];
      this.#builder.problem(`line ${coding.line}`, "what its description says of the tag is not understood");
      return [{ label, ...(own && { id }) }];
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

function fileName(path: string): string {
  return (/[^/\\]*$/.exec(path)?.[0] ?? "").toLowerCase();
}

function position(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : null;
}

import type { ReadMark, ReadRange, ReadTag } from "../reading/read-annotations.ts";
import type { ReadBuilder } from "../reading/read-builder.ts";
import type { CsvColumns } from "./csv-columns.ts";
import { type CsvRow, rowOf } from "./csv-row.ts";
import { claimOf, rangeOf, tagOf } from "./csv-tag.ts";

/** A mark as far as rows have told of it. */
interface Gathered {
  readonly mark: Omit<ReadMark, "ranges" | "tags">;
  readonly pieces: Map<string, ReadRange>;
  readonly tags: Map<string, ReadTag>;
}

/** Makes marks of the rows of a table: one row stands for one piece and one tag. */
export class CsvMarks {
  readonly #columns: CsvColumns;
  readonly #builder: ReadBuilder;
  readonly #marks = new Map<string, Gathered>();
  readonly #notedCells = new Set<string>();

  constructor(columns: CsvColumns, builder: ReadBuilder) {
    this.#columns = columns;
    this.#builder = builder;
  }

  /** Adds what a row says, or reports at `at` why it cannot be understood. */
  add(at: string, fields: readonly string[]): void {
    const row = rowOf(at, this.#columns, fields, this.#builder);
    const source = this.#source(row);
    const range = rangeOf(row);
    if (source === null || range === null) return;
    const analyst = this.#analyst(row);
    const tag = tagOf(row, this.#builder);
    const id = row.text("markId");
    const place = `${row.text("start")} ${row.text("end")} ${row.text("quote")}`;
    const key = id === "" ? `${source} ${analyst ?? ""} ${place}` : `id ${id}`;
    const known = this.#marks.get(key);
    if (known && (known.mark.source !== source || known.mark.analyst !== analyst)) {
      row.problem("Its mark id belongs to a mark of another article or analyst; the row is left out.");
      return;
    }
    const gathered = known ?? this.#begun(key, row, source, analyst);
    gathered.pieces.set(`${row.text("piece")} ${place}`, range);
    if (tag) gathered.tags.set(tag.id ?? (id === "" ? String(gathered.tags.size) : JSON.stringify(tag)), tag);
    this.#cellNote(row, source, analyst);
  }

  /** Hands the marks over once all rows are added. */
  finish(): void {
    for (const { mark, pieces, tags } of this.#marks.values()) {
      this.#builder.mark({ ...mark, ranges: [...pieces.values()], tags: [...tags.values()] });
    }
  }

  #begun(key: string, row: CsvRow, source: string, analyst: string | undefined): Gathered {
    const note = row.text("markNote");
    const createdAt = row.time("createdAt");
    const mark = {
      at: row.at,
      ...row.given("id", "markId"),
      source,
      ...(analyst === undefined ? {} : { analyst }),
      ...(note === "" ? {} : { note }),
      ...(row.says("toDiscuss") ? { toDiscuss: true } : {}),
      ...(createdAt === null ? {} : { createdAt }),
    };
    const gathered = { mark, pieces: new Map(), tags: new Map() };
    this.#marks.set(key, gathered);
    return gathered;
  }

  #source(row: CsvRow): string | null {
    const named = row.text("source");
    const isAddress = /^https?:\/\//i.test(named);
    const details = {
      ...row.given("id", "sourceId"),
      ...(isAddress ? { url: named } : named === "" ? {} : { originalName: named, title: named }),
      ...row.given("url", "url"),
      ...row.given("sha256", "sha256"),
      ...row.given("originalName", "file"),
      ...row.given("title", "title"),
      ...row.given("author", "author"),
      ...row.given("outlet", "outlet"),
      ...row.given("date", "date"),
      ...row.given("language", "language"),
    };
    const parts = [details.title, details.outlet, details.date, details.url, details.originalName];
    const key = details.id ?? parts.map((part) => part ?? "").join("\n");
    if (key.trim() !== "") return this.#builder.source({ key, ...details });
    row.problem("It names no article; the row is left out.");
    return null;
  }

  #analyst(row: CsvRow): string | undefined {
    const name = row.text("analyst").trim();
    const id = row.text("analystId");
    if (name === "") return undefined;
    return this.#builder.analyst({ key: id || name, ...(id === "" ? {} : { id }), name });
  }

  #cellNote(row: CsvRow, source: string, analyst: string | undefined): void {
    const note = row.text("cellNote");
    const claim = claimOf(row, this.#builder);
    const key = `${claim}\n${source}\n${analyst}`;
    if (note === "" || !claim || this.#notedCells.has(key)) return;
    this.#notedCells.add(key);
    this.#builder.cell({ at: row.at, claim, source, ...(analyst === undefined ? {} : { analyst }), note });
  }
}

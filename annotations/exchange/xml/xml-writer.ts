/** Attributes by name; those that are undefined are left out. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Writes one XML 1.0 document, part by part. The names of elements and attributes are taken as they are. */
export class XmlWriter {
  readonly #parts: string[] = ['<?xml version="1.0" encoding="utf-8"?>\n'];
  readonly #open: string[] = [];
  #replaced = 0;

  /** How many characters XML 1.0 has no way to write; U+FFFD stands in their place. */
  get replaced(): number {
    return this.#replaced;
  }

  open(name: string, attributes: XmlAttributes = {}): void {
    this.#parts.push(`${this.#indent()}<${name}${this.#attributes(attributes)}>\n`);
    this.#open.push(name);
  }

  close(): void {
    const name = this.#open.pop();
    this.#parts.push(`${this.#indent()}</${name}>\n`);
  }

  /** An element with text in it, or without anything. */
  leaf(name: string, attributes: XmlAttributes = {}, text = ""): void {
    const start = `${this.#indent()}<${name}${this.#attributes(attributes)}`;
    this.#parts.push(text === "" ? `${start}/>\n` : `${start}>${this.#escaped(text)}</${name}>\n`);
  }

  /** The document in parts; everything that was opened must be closed. */
  content(): readonly string[] {
    if (this.#open.length > 0) throw new Error(`<${this.#open.at(-1)}> is not closed`);
    return this.#parts;
  }

  #indent(): string {
    return "  ".repeat(this.#open.length);
  }

  #attributes(attributes: XmlAttributes): string {
    return Object.entries(attributes)
      .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${this.#escaped(value, true)}"`]))
      .join("");
  }

  #escaped(text: string, isAttribute = false): string {
    const writable = text.replace(FORBIDDEN, () => {
      this.#replaced++;
      return "\ufffd";
    });
    return writable.replace(isAttribute ? /[&<>"\t\n\r]/g : /[&<>\r]/g, (sign) => ESCAPES[sign] ?? sign);
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

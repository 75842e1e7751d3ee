import { SaxesParser } from "saxes";
import { Refusal } from "../../commands/refusal.ts";
import type { InputFile } from "../input-file.ts";

/** An element as it stands in a file: names without their prefix, and the text directly in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** The line where its start tag ends, from 1. */
  readonly line: number;
}

/** What an XML document may hold at most. */
const XML_LIMITS = { depth: 256, elements: 4_000_000, attributes: 256 } as const;

interface OpenElement extends XmlElement {
  children: XmlElement[];
  text: string;
}

/** Most elements have none, so that these are shared. */
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const NO_CHILDREN: XmlElement[] = [];

/**
 * The root of an XML document that somebody else wrote, of which a part is parsed after the other. Throws a `Refusal` that names the file and the line when it is not
 * well-formed, declares a document type or uses an entity of its own, or goes beyond the limits.
 */
export function parseXml({ path, parts }: Pick<InputFile, "path" | "parts">): XmlElement {
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: "1.0", forceXMLVersion: true });
  const refuse = (reason: string) => new Refusal(`“${path}” cannot be read: line ${parser.line}: ${reason}.`);
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  parser.on("error", () => {
    throw refuse("it is not well-formed XML");
  });
  parser.on("doctype", () => {
    throw refuse("it declares a document type, which is never read");
  });
  parser.on("opentag", ({ local, attributes }) => {
    if (open.length >= XML_LIMITS.depth) throw refuse(`its elements are nested more than ${XML_LIMITS.depth} deep`);
    if (++elements > XML_LIMITS.elements) throw refuse(`it has more than ${XML_LIMITS.elements} elements`);
    const own = Object.values(attributes);
    if (own.length > XML_LIMITS.attributes) throw refuse("an element has too many attributes");
    const named = own
      .filter(({ prefix }) => prefix !== "xmlns")
      .map(({ local: name, value }) => [name, value] as const);
    const element: OpenElement = {
      name: local,
      attributes: named.length === 0 ? NO_ATTRIBUTES : new Map(named),
      children: NO_CHILDREN,
      text: "",
      line: parser.line,
    };
    const parent = open.at(-1);
    if (parent?.children === NO_CHILDREN) parent.children = [element];
    else parent?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const append = (part: string) => {
    const parent = open.at(-1);
    if (parent) parent.text += part;
  };
  parser.on("text", append);
  parser.on("cdata", append);
  parser.on("closetag", () => {
    open.pop();
  });
  for (const part of parts()) parser.write(part);
  parser.close();
  if (root === null) throw refuse("it has no element");
  return root;
}

/** The first child with this name, or undefined. */
export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The children with this name. */
export function childrenNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

import { z } from "zod";

/** What the bodies of an annotation say. */
export interface Bodies {
  readonly labels: readonly string[];
  readonly notes: readonly string[];
  /** What is left out, and why. */
  readonly objections: readonly string[];
}

const Node = z.looseObject({
  id: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  value: z.unknown().optional(),
  purpose: z.union([z.string(), z.array(z.string())]).optional(),
  source: z.unknown().optional(),
  items: z.unknown().optional(),
});
type Node = z.infer<typeof Node>;

/** Purposes by which a body names what it is about rather than saying something of it. */
const NAMING = new Set(["tagging", "classifying", "identifying"]);

const DEEPEST = 8;

/** Longer names are no labels. */
const LONGEST_LABEL = 2_000;

type Found = { readonly kind: "label" | "note" | "objection"; readonly text: string };

/** Reads `body` or `bodyValue`; bodies without a purpose have the annotation's motivations. */
export function bodiesOf(body: unknown, bodyValue: unknown, motivations: readonly string[]): Bodies {
  const found = [...bodyFinds(body, motivations), ...valueFinds(bodyValue, motivations, body !== undefined)];
  const of = (kind: Found["kind"]) => found.filter((one) => one.kind === kind).map(({ text }) => text);
  return { labels: of("label"), notes: of("note"), objections: of("objection") };
}

function valueFinds(bodyValue: unknown, motivations: readonly string[], hasBody: boolean): readonly Found[] {
  const [value, ...others] = listed(bodyValue);
  if (value === undefined) return [];
  if (hasBody) return [objection("body and bodyValue stand side by side")];
  if (typeof value !== "string" || others.length > 0) return [objection("a bodyValue is one text")];
  return [said(value, motivations)];
}

function bodyFinds(body: unknown, motivations: readonly string[], depth = 0): readonly Found[] {
  if (depth > DEEPEST) return [objection("its bodies are nested too deeply")];
  return listed(body).flatMap((one): readonly Found[] => {
    if (typeof one === "string") return [linked(one, motivations)];
    const node = Node.safeParse(one);
    return node.success
      ? nodeFinds(node.data, motivations, depth)
      : [objection("a body is neither text nor a resource")];
  });
}

function nodeFinds(node: Node, motivations: readonly string[], depth: number): readonly Found[] {
  const types = listed(node.type);
  const purposes = node.purpose === undefined ? motivations : listed(node.purpose).map(String);
  if (node.items !== undefined) {
    const items = listed(node.items);
    if (types.includes("Choice")) return bodyFinds(items.slice(0, 1), purposes, depth + 1);
    if (types.some((type) => SETS.has(String(type)))) return bodyFinds(items, purposes, depth + 1);
    return [objection("a body has items but is no Choice, List, Composite or Independents")];
  }
  if (typeof node.value === "string") return [said(node.value, purposes)];
  if (types.includes("TextualBody")) return [objection("a TextualBody needs one value")];
  if (node.source !== undefined) return bodyFinds(node.source, purposes, depth + 1);
  return node.id === undefined ? [objection("a body has neither a value nor an id")] : [linked(node.id, purposes)];
}

const SETS = new Set(["List", "Composite", "Independents"]);

function said(value: string, purposes: readonly string[]): Found {
  if (!purposes.some((purpose) => NAMING.has(purpose))) return { kind: "note", text: value };
  if (value.trim() === "" || value.length > LONGEST_LABEL) return objection("a tag is empty or too long");
  return { kind: "label", text: value };
}

/** A resource elsewhere is a label where it names something; what else it says is not here. */
function linked(iri: string, purposes: readonly string[]): Found {
  if (!/^[a-z][a-z0-9+.-]*:\S+$/i.test(iri)) return objection("a body is no IRI");
  return purposes.some((purpose) => NAMING.has(purpose))
    ? said(iri, purposes)
    : objection("what a body says stands elsewhere");
}

function objection(text: string): Found {
  return { kind: "objection", text };
}

/** The values of a property that may have one or several. */
export function listed(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

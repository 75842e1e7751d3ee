import { z } from "zod";
import type { ReadRange } from "../reading/read-annotations.ts";
import { listed } from "./bodies.ts";
import { selected } from "./selector.ts";

/** One thing that an annotation is about. */
export type Target =
  | { readonly kind: "passage"; readonly source: string; readonly ranges: readonly ReadRange[] }
  | { readonly kind: "page"; readonly source: string }
  | { readonly kind: "objection"; readonly reason: string };

const Node = z.looseObject({
  id: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  source: z.unknown().optional(),
  selector: z.unknown().optional(),
  items: z.unknown().optional(),
});

/** The pieces of a List or Composite belong together; those of Independents, and several targets, are one each. */
export function targetsOf(target: unknown): readonly Target[] {
  return listed(target).flatMap((one): readonly Target[] => {
    const node = Node.safeParse(one);
    if (!node.success || node.data.items === undefined) return [targetOf(one)];
    const types = listed(node.data.type);
    const items = listed(node.data.items).map(targetOf);
    if (types.includes("Independents")) return items;
    if (types.includes("Choice")) return items.slice(0, 1);
    return types.includes("List") || types.includes("Composite")
      ? together(items)
      : [refused("a target has items but no type for them")];
  });
}

/** The passages of one article as one; anything else stays apart. */
export function together(items: readonly Target[]): readonly Target[] {
  const ranges = new Map<string, ReadRange[]>();
  const others: Target[] = [];
  for (const item of items) {
    if (item.kind !== "passage") {
      others.push(item);
      continue;
    }
    const pieces = ranges.get(item.source) ?? [];
    pieces.push(...item.ranges);
    ranges.set(item.source, pieces);
  }
  return [...[...ranges].map(([source, pieces]): Target => ({ kind: "passage", source, ranges: pieces })), ...others];
}

function targetOf(target: unknown): Target {
  if (typeof target === "string") return pageOf(target);
  const node = Node.safeParse(target);
  if (!node.success) return refused("a target is neither an IRI nor a resource");
  const types = listed(node.data.type);
  if (node.data.source === undefined) {
    if (types.includes("SpecificResource") || node.data.selector !== undefined)
      return refused("a specific resource needs a source");
    return node.data.id === undefined ? refused("a target has no id") : pageOf(node.data.id);
  }
  const page = sourceOf(node.data.source);
  if (page.kind !== "page" || node.data.selector === undefined) return page;
  const part = selected(node.data.selector);
  if (part.kind === "unsupported") return refused(part.reason);
  return { kind: "passage", source: page.source, ranges: [part.range] };
}

function sourceOf(source: unknown): Target {
  const [one, ...others] = listed(source);
  if (others.length > 0) return refused("a specific resource has one source");
  if (typeof one === "string") return pageOf(one);
  const node = Node.safeParse(one);
  return node.success && node.data.id !== undefined ? pageOf(node.data.id) : refused("a source has no id");
}

function pageOf(iri: string): Target {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(iri) ? { kind: "page", source: iri } : refused("a target is no IRI");
}

function refused(reason: string): Target {
  return { kind: "objection", reason };
}

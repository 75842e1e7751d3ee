import type { ReadTag } from "../reading/read-annotations.ts";
import { setAttribute } from "../reading/read-attribute.ts";
import type { ReadBuilder } from "../reading/read-builder.ts";
import type { Unplaced } from "../reading/unplaced.ts";
import type { CasStructure } from "./cas-document.ts";

/** The features that name what an annotation is, the first that says something. */
const LABELS = ["value", "label", "identifier"] as const;

/** What the layers of words and sentences are called that every document has. */
const LINGUISTIC = /^de\.tudarmstadt\.ukp\.dkpro\.core\.api\.(?:segmentation|lexmorph|syntax)\./;

/** The name of a type without its package. */
export function shortName(type: string): string {
  return type.slice(type.lastIndexOf(".") + 1);
}

/** What an annotation is called that is nobody's mark, in the plural; null where it may be one. */
export function unmarkedKind(structure: CasStructure): string | null {
  const name = structure["%TYPE"];
  const short = shortName(name);
  if ("@Governor" in structure && "@Dependent" in structure) return `Relations (${short})`;
  return LINGUISTIC.test(name) || short === "Sentence" || short === "Token" ? `Annotations “${short}”` : null;
}

/**
 * The tag that an annotation of somebody else's layer stands for. An annotation of no layer, which has no label either, has
 * none.
 */
export function foreignTags(
  at: string,
  structure: CasStructure,
  builder: ReadBuilder,
  unplaced: Unplaced,
): readonly ReadTag[] {
  const naming = LABELS.find((name) => textOf(structure[name]).trim() !== "");
  const type = structure["%TYPE"];
  const name = naming ? textOf(structure[naming]) : type === "uima.tcas.Annotation" ? "" : shortName(type);
  const tag: Partial<ReadTag> = {};
  for (const [feature, value] of Object.entries(structure)) {
    if (/^[%@^#]/.test(feature) || feature === naming || ["begin", "end"].includes(feature)) continue;
    const text = textOf(value);
    if (text !== "" && !take(tag, feature, text)) unplaced.add(`Features “${feature}” of “${shortName(type)}”`, at);
  }
  if (name.trim() === "") {
    unplaced.add("Tags of annotations without a label", at);
    return [];
  }
  return [{ ...tag, label: builder.label(name) }];
}

function take(tag: Partial<ReadTag>, feature: string, text: string): boolean {
  if (!/^(?:note|comment)$/i.test(feature)) return setAttribute(tag, feature, text);
  if (text.length > 20_000) return false;
  Object.assign(tag, { note: text });
  return true;
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

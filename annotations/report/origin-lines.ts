import type { SourceId } from "../model/id.ts";
import type { PairOfSources } from "../model/origin-verdict.ts";
import { type OriginGroup, originGroups } from "../review/origin-groups.ts";
import { type Block, given, joined, type Line, paragraph } from "./document.ts";
import type { Material } from "./material.ts";

/** Which sources are one origin, and why. */
export function originBlocks(material: Material): readonly Block[] {
  const { groups } = originGroups(material.project, material.analyst.id);
  const shown = groups.filter(({ sources }) => sources.some((id) => material.letterOf(id) !== ""));
  if (shown.length === 0) return [paragraph("No two sources are known to be one origin.")];
  return [
    paragraph("Sources that are one origin:"),
    { kind: "list", items: shown.map((group) => groupLine(material, group)) },
  ];
}

function groupLine(material: Material, { sources, agencies, confirmed, contradicted }: OriginGroup): Line {
  const reasons: readonly Line[] = [
    ...agencies.map((agency): Line => [`${names(material, agency.sources)} print `, given(agency.name)]),
    pairsLine(material, "the analyst has found one origin: ", confirmed),
    pairsLine(material, "found independent, and joined through others: ", contradicted),
  ];
  return [`${names(material, sources)} (`, ...joined(reasons, "; "), ")"];
}

function pairsLine(material: Material, words: string, pairs: readonly PairOfSources[]): Line {
  return pairs.length === 0 ? [] : [`${words}${pairs.map(({ a, b }) => names(material, [a, b])).join(", ")}`];
}

/** By their letters; a source that was taken out of view has none. */
function names({ letterOf }: Material, sources: readonly SourceId[]): string {
  const letters = sources.map(letterOf).filter((letter) => letter !== "");
  const hidden = sources.length - letters.length;
  return [...letters.sort(), ...Array<string>(hidden).fill("a source out of view")].join(" and ");
}

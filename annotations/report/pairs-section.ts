import type { ClaimId } from "../model/id.ts";
import { type SourcePair, sharedBy, sourcePairs, type Voices } from "../review/source-pairs.ts";
import { amount } from "../text/amount.ts";
import type { Chart } from "./chart.ts";
import { type Block, joined, type Line, paragraph, type Section, section, type Table } from "./document.ts";
import type { Material } from "./material.ts";

/** How many sources are paired: two hundred would have twenty thousand pairs. */
const MOST_SOURCES = 40;

/** For every two sources on how many claims they say the same, the opposite, or one hedges. */
export function pairsSection(material: Material): Section {
  const { spoken, matrix, letterOf } = material;
  const sources = matrix.sources.slice(0, MOST_SOURCES);
  const left = matrix.sources.length - sources.length;
  const pairs = (voices: Voices) => sourcePairs({ rows: spoken, sources }, voices);
  const all = pairs("all");
  if (all.every((pair) => sharedBy(pair) === 0)) {
    return section("pairs", "Pairs of sources", [paragraph("No two sources speak to the same claim.")]);
  }
  return section("pairs", "Pairs of sources", [
    paragraph(
      "Of the claims that both address: the same stance, opposite stances (one supports, the other refutes), or one hedges (mixed, questions or only mentions). These are counts of what was said. They do not tell which source to rely on.",
    ),
    ...(left > 0 ? [paragraph(`The first ${sources.length} sources; ${left} more are not paired here.`)] : []),
    ...ownVoices(
      material,
      sources.map(({ id }) => letterOf(id)),
      pairs("own"),
    ),
    { kind: "table", table: pairsTable(material, all, "With the voices that they only quote, too") },
  ]);
}

function ownVoices(material: Material, names: readonly string[], pairs: readonly SourcePair[]): readonly Block[] {
  if (pairs.every((pair) => sharedBy(pair) === 0)) {
    return [paragraph("In their own voice no two sources speak to the same claim.")];
  }
  return [{ kind: "chart", charts: [heatMap(names, pairs)], table: pairsTable(material, pairs, "In their own voice") }];
}

/** The pairs come source by source, those of each with all after it. */
function heatMap(names: readonly string[], pairs: readonly SourcePair[]): Chart {
  let at = 0;
  const rows = names.slice(0, -1).map((_, i) => {
    const start = at;
    at += names.length - 1 - i;
    return pairs.slice(start, at).map((pair) => ({ opposite: pair.claims.opposite.length, shared: sharedBy(pair) }));
  });
  const title =
    "On how many claims two sources contradict each other, of those that both address in their own voice; the stronger the shade, the more";
  return { kind: "heat", id: "pairs-own", title, names, rows };
}

function pairsTable(material: Material, pairs: readonly SourcePair[], caption: string): Table {
  const sharing = pairs.filter((pair) => sharedBy(pair) > 0);
  const none = pairs.length - sharing.length;
  return {
    caption: none === 0 ? caption : `${caption} (${amount(none, "pair")} without a common claim left out)`,
    columns: [
      { title: ["Pair"] },
      { title: ["both address"], numeric: true },
      { title: ["same"], numeric: true },
      { title: ["opposite"], numeric: true },
      { title: ["one hedges"], numeric: true },
      { title: ["opposite on"] },
    ],
    rows: sharing.map((pair) => pairRow(material, pair)),
  };
}

function pairRow({ letterOf, claimRef }: Material, pair: SourcePair): readonly Line[] {
  const { same, opposite, hedging } = pair.claims;
  return [
    [`${letterOf(pair.a)} and ${letterOf(pair.b)}`],
    [`${sharedBy(pair)}`],
    ...[same, opposite, hedging].map((claims) => [`${claims.length}`]),
    claimRefs(claimRef, opposite),
  ];
}

function claimRefs(claimRef: Material["claimRef"], claims: readonly ClaimId[]): Line {
  return claims.length === 0
    ? ["–"]
    : joined(
        claims.map((id) => [claimRef(id)]),
        ", ",
      );
}

import { STANCES } from "../model/stance.ts";
import { compareDifference, relationsIn } from "../review/difference.ts";
import { paragraph, type Section, section } from "./document.ts";
import type { Material } from "./material.ts";
import { stanceSign } from "./signs.ts";
import { sourcesTaking } from "./stance-lines.ts";

/** The claims over which sources differ, those first over which most pairs contradict each other. */
export function disagreementsSection(material: Material): Section {
  const { spoken, claimRef } = material;
  const differing = spoken
    .map((row) => ({ row, counts: relationsIn(row) }))
    .filter(({ counts }) => counts.opposite > 0 || counts.hedging > 0)
    .sort((a, b) => compareDifference(a.counts, b.counts));
  const title = "Disagreements";
  if (differing.length === 0) {
    return section("disagreements", title, [paragraph("No two sources differ on any claim to which both speak.")]);
  }
  return section("disagreements", title, [
    paragraph(
      "Two sources contradict each other where one supports and the other refutes. They differ otherwise where at least one is mixed, questions or only mentions. A letter in brackets only quotes it.",
    ),
    {
      kind: "table",
      table: {
        caption: "Claims over which sources differ, the most contradicted first",
        columns: [
          { title: ["Claim"] },
          ...STANCES.map((stance) => ({ title: [stanceSign(stance), ` ${stance}`] })),
          { title: ["pairs that contradict each other"], numeric: true },
          { title: ["pairs that differ otherwise"], numeric: true },
          { title: ["pairs that say the same"], numeric: true },
        ],
        rows: differing.map(({ row, counts }) => [
          [claimRef(row.claim.id)],
          ...STANCES.map((stance) => sourcesTaking(material, row, stance)),
          [`${counts.opposite}`],
          [`${counts.hedging}`],
          [`${counts.same}`],
        ]),
      },
    },
  ]);
}

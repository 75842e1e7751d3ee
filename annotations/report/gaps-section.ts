import { gapsIn } from "../review/gaps.ts";
import type { MatrixRow } from "../review/matrix.ts";
import { amount } from "../text/amount.ts";
import { joined, type Line, paragraph, type Section, section } from "./document.ts";
import type { Material } from "./material.ts";

/** How many claims are named in one line. */
const MOST_NAMED = 200;

/** What is missing before the matrix says anything: claims with too few origins, and work that is not done. */
export function gapsSection(material: Material): Section {
  const { matrix, sourceLine } = material;
  const { thin, unreviewed } = gapsIn(matrix);
  const [single, silent] = [thin.filter(isSpoken), thin.filter((row) => !isSpoken(row))];
  return section("gaps", "Gaps", [
    paragraph("Claims to which one independent origin speaks: ", ...named(material, single), "."),
    paragraph("Claims to which no source speaks: ", ...named(material, silent), "."),
    ...(unreviewed.length === 0
      ? [paragraph("Every source was looked through for every claim.")]
      : [
          paragraph("Nobody has looked yet, so that silence says nothing:"),
          {
            kind: "list" as const,
            items: unreviewed.map(({ source, rows }) => [
              ...sourceLine(source.id),
              `, ${amount(rows.length, "claim")}: `,
              ...named(material, rows),
            ]),
          },
        ]),
  ]);
}

function isSpoken({ summary }: MatrixRow): boolean {
  return summary.speaking > 0;
}

function named({ claimRef }: Material, rows: readonly MatrixRow[]): Line {
  if (rows.length === 0) return ["none"];
  const more = rows.length - MOST_NAMED;
  return [
    ...joined(
      rows.slice(0, MOST_NAMED).map(({ claim }) => [claimRef(claim.id)]),
      ", ",
    ),
    more > 0 ? ` and ${more.toLocaleString("en")} more` : "",
  ];
}

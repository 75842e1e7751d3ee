import type { ClaimId } from "../model/id.ts";
import { STANCES } from "../model/stance.ts";
import { type SpeakerMatrix, speakerMatrix } from "../review/speaker-matrix.ts";
import { given, joined, type Line, paragraph, type Section, section } from "./document.ts";
import type { Material } from "./material.ts";
import { stanceSign } from "./signs.ts";

/** Whom the sources quote, and what each is quoted as saying: speakers × claims. */
export function speakersSection(material: Material): Section {
  const { spoken, project, letterOf } = material;
  const made = speakerMatrix({ rows: spoken }, project.file.speakers);
  const unnamed = made.rows.filter((row) => row.unnamed.length > 0);
  if (made.rows.length === 0) return section("speakers", "Speakers", [paragraph("Nobody is quoted on any claim.")]);
  const said = claimsBySpeaker(made);
  return section("speakers", "Speakers", [
    paragraph(
      "Whom the sources quote, under whatever name, and on which claims. Sources that quote one speaker are one origin of what is quoted.",
    ),
    {
      kind: "table",
      table: {
        caption: "Speakers and claims",
        columns: [
          { title: ["Speaker"] },
          { title: ["Quoted by"] },
          ...STANCES.map((stance) => ({ title: [stanceSign(stance), ` ${stance}`] })),
        ],
        rows: [
          ...made.speakers.map(({ key, name, sources }) => [
            [given(name)],
            [sources.map(letterOf).join(", ")],
            ...STANCES.map((stance) => claimLinks(material, said.get(`${key} ${stance}`) ?? [])),
          ]),
          ...(unnamed.length > 0 ? [unnamedRow(material, unnamed)] : []),
        ],
      },
    },
  ]);
}

/** The claims by the speaker's key and the stance. */
function claimsBySpeaker({ rows }: SpeakerMatrix): ReadonlyMap<string, readonly ClaimId[]> {
  const claims = new Map<string, ClaimId[]>();
  for (const { claim, cells } of rows) {
    for (const [key, { stance }] of cells) {
      const place = `${key} ${stance}`;
      const there = claims.get(place);
      if (there) there.push(claim.id);
      else claims.set(place, [claim.id]);
    }
  }
  return claims;
}

function unnamedRow(material: Material, rows: SpeakerMatrix["rows"]): readonly Line[] {
  const sources = new Set(rows.flatMap(({ unnamed }) => unnamed.map(({ mark }) => mark.sourceId)));
  const quoting = material.matrix.sources.filter(({ id }) => sources.has(id));
  return [
    ["Nobody by name"],
    [quoting.map(({ id }) => material.letterOf(id)).join(", ")],
    ...STANCES.map((stance) =>
      claimLinks(
        material,
        rows.filter(({ unnamed }) => unnamed.some(({ tag }) => tag.stance === stance)).map(({ claim }) => claim.id),
      ),
    ),
  ];
}

function claimLinks({ claimRef }: Material, claims: readonly ClaimId[]): Line {
  return claims.length === 0
    ? ["–"]
    : joined(
        claims.map((id) => [claimRef(id)]),
        ", ",
      );
}

import { amount } from "../text/amount.ts";
import { agreementSection } from "./agreement-section.ts";
import { claimsSection } from "./claims-section.ts";
import { disagreementsSection } from "./disagreements-section.ts";
import { given, paragraph, type Report, strong } from "./document.ts";
import { figuresSection } from "./figures-section.ts";
import { gapsSection } from "./gaps-section.ts";
import { type Material, materialOf, type ReportRequest } from "./material.ts";
import { matrixSection } from "./matrix-section.ts";
import { methodsSection } from "./methods-section.ts";
import { pairsSection } from "./pairs-section.ts";
import { silentSection } from "./silence.ts";
import { sourcesSection } from "./sources-section.ts";
import { speakersSection } from "./speakers-section.ts";
import { timelineSection } from "./timeline-section.ts";

/** What the sources of a project say, as one analyst has marked it: the whole dossier, before it is written in a format. */
export function reportOf(request: ReportRequest): Report {
  const material = materialOf(request);
  return {
    title: request.project.file.title,
    blocks: [summary(material)],
    sections: [
      sourcesSection(material),
      matrixSection(material),
      disagreementsSection(material),
      claimsSection(material),
      ...silentSection(material),
      ...figuresSection(material),
      speakersSection(material),
      pairsSection(material),
      timelineSection(material),
      gapsSection(material),
      ...agreementSection(material),
      methodsSection(material),
    ],
  };
}

function summary({ analyst, madeAt, version, matrix, spoken }: Material) {
  const claims = amount(matrix.rows.length, "claim");
  return paragraph(
    "What ",
    strong(amount(matrix.sources.length, "article")),
    " say of ",
    strong(claims),
    `, ${spoken.length === matrix.rows.length ? "all of them" : `${spoken.length.toLocaleString("en")} of them`} with passages, as `,
    given(analyst.name),
    ` has marked it. Made on ${madeAt.slice(0, 16).replace("T", " ")} UTC with Parallax ${version}.`,
  );
}

import { describe, expect, it } from "vitest";
import { AnalystId, SourceId } from "../model/id.ts";
import { article } from "../testing/article.ts";
import { frozen } from "../testing/frozen.ts";
import { knownId } from "../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, speaker, tag } from "../testing/project.ts";
import { projectSaying, reportRequest } from "../testing/report-project.ts";
import { REPORT_FORMATS, reportFormat } from "./formats.ts";
import { reportMarkdown } from "./markdown.ts";
import { reportOf } from "./report.ts";

const ferry = article("The [ferry] sank. [Officials] said so.", { outlet: "Rivernet", date: "2020-03-01" });
const second = { id: knownId(SourceId, 2), order: 1, outlet: "Portside", date: "2020-03-04", note: "A wire report." };
const bridge = article("It [never sank].", second);
const market = article("Nothing here.", { id: knownId(SourceId, 3), order: 2, title: "Market day" });
const hidden = article("It [sank].", { id: knownId(SourceId, 4), order: 3, removed: true });
const omar = { voice: "quoted-indirect" as const, speaker: "the minister" };

const PEOPLE = { kind: "number" as const, words: "some 200", least: 200, most: 200, approximate: true, unit: "people" };

const project = frozen(
  projectOf(
    [ferry.source, bridge.source, market.source, hidden.source],
    [
      annotationsOf(1, {
        claims: [
          claim(1, { text: "The ferry sank.", note: "Any sinking.", include: "Capsized.", exclude: "Damage." }),
          claim(2, { text: "The port closed." }),
          claim(3, { text: "It was new.", parent: claim(1).id }),
        ],
        marks: [
          mark(1, { ...ferry, ranges: ferry.ranges.slice(0, 1) }, tag(1, 1, "supports", { certainty: "probable" })),
          mark(2, { ...ferry, ranges: ferry.ranges.slice(1) }, tag(2, 3, "supports", omar)),
          mark(3, bridge, tag(3, 1, "refutes", { note: "Flatly.", value: PEOPLE })),
          mark(4, hidden, tag(4, 1, "supports")),
        ],
        cells: [{ claimId: claim(1).id, sourceId: market.source.id, state: "not-mentioned", at: AT }],
        cellNotes: [{ claimId: claim(1).id, sourceId: ferry.source.id, text: "The caption differs.", at: AT }],
      }),
      annotationsOf(2, { marks: [mark(9, ferry)] }),
    ],
    { speakers: [speaker(1, "Omar Jatta", "the minister")] },
  ),
);

const text = reportMarkdown(reportOf(reportRequest(project)));

/** The part of the report below a heading, up to the next one of its level or above. */
function below(heading: string): string {
  const start = text.indexOf(`\n${heading}`);
  if (start === -1) throw new Error(`there is no ${heading}`);
  const level = /^#+/.exec(heading)?.[0].length ?? 0;
  const rest = text.slice(start + 1 + heading.length);
  const end = rest.search(new RegExp(`\\n#{1,${level}} `));
  return end === -1 ? rest : rest.slice(0, end);
}

describe("reportOf", () => {
  it("says whose report it is, when it was made and with what", () => {
    expect(text.split("\n").slice(0, 3)).toEqual([
      "# Kolda: what the sources say",
      "",
      "What **3 articles** say of **3 claims**, 2 of them with passages, as Analyst 1 has marked it. Made on 2022-02-03 04:05 UTC with Parallax 1.2.3.",
    ]);
  });

  it("lists the sources with all that is known of them, and what is not", () => {
    const rows = below("## Sources")
      .split("\n")
      .filter((line) => /^\| [A-Z] /.test(line));
    expect(rows).toEqual([
      `| A | article.txt | Rivernet | not known | 2020-03-01 | 6 | not known | \`${"0".repeat(64)}\` |`,
      `| B | article.txt | Portside | not known | 2020-03-04 | 3 | not known | \`${"0".repeat(64)}\` |`,
      `| C | Market day | not known | not known | not known | 2 | not known | \`${"0".repeat(64)}\` |`,
    ]);
    expect(below("## Sources")).toContain("Note on B:\\\nA wire report.");
  });

  it("has the matrix with signs in words, the status, and the rule with the threshold", () => {
    const matrix = below("## What the sources say");
    expect(matrix).toContain(
      "| C1 The ferry sank. | +\\~ supports, hedged | − refutes | ∅ not mentioned | contested |",
    );
    expect(matrix).toContain("corroborated: Supported by at least 2 independent origins,");
    expect(matrix).toContain("1 claim without a passage or a finding in any source is left out here.");
  });

  it("has each claim with its codebook entry, status, counts and disagreement", () => {
    const entry = below("### C1 The ferry sank.");
    expect(entry).toContain(
      "contested: Supported by 1 of 3 sources, 1 of them in the source's own voice (1 independent origin); refuted by 1. 2 sources speak to it (2 independent origins).",
    );
    expect(entry).toContain("Note:\\\nAny sinking.");
    expect(entry).toContain("Counts:\\\nCapsized.");
    expect(entry).toContain("Does not count:\\\nDamage.");
    expect(entry).toContain("**Disagreement:** A + against B −; 1 pair of sources contradicts each other.");
    expect(entry).toContain("Not mentioned in C.");
    expect(entry).toContain("Note on this claim in this source:\\\nThe caption differs.");
    expect(below("### C3 It was new.")).toContain("Part of C1.");
  });

  it("has each passage in its context with all that is said of it", () => {
    expect(below("#### **B** Portside")).toContain(
      "> It **never sank**.\n>\n> − refutes · own voice · figure: “some 200” (about 200 people) · certain · confidence high · characters 3–13 · Analyst 1",
    );
    expect(below("### C3 It was new.")).toContain(
      "quoted, indirect: Omar Jatta (“the minister”) · the article: neutral",
    );
  });

  it("lists a claim to which no source speaks in one line", () => {
    expect(below("## Claims to which no source speaks")).toContain("- C2 The port closed. Not reviewed in any source.");
  });

  it("has the figures of a claim as they are stated and understood", () => {
    expect(below("## Figures")).toContain(
      "| B | some 200 | about 200 people | − refutes, in the article's own voice |",
    );
  });

  it("has who differs, speakers, pairs, dates and gaps as the review has them", () => {
    expect(below("## Disagreements")).toContain("| C1 | A | B | – | – | – | 1 | 0 | 0 |");
    expect(below("## Speakers")).toContain("| Omar Jatta | A | C3 | – | – | – | – |");
    expect(below("## Pairs of sources")).toContain("| A and B | 1 | 0 | 1 | 0 | C1 |");
    expect(below("## Timeline")).toContain("| C1 | 2020-03-01 A +\\~ (first); 2020-03-04 B − | – |");
    expect(below("## Gaps")).toContain("Claims to which no source speaks: C2.");
    expect(below("## Gaps")).toContain("- **C** Market day, 2 claims: C2, C3");
  });

  it("says how it was made and what it leaves out", () => {
    const methods = below("## Methods");
    const codebook = [1, 2, 3].map((n) => `${claim(n).id}\t${AT}\tC${n}\t`);
    const length = `${codebook.join("")}The ferry sank.\nThe port closed.\nIt was new.\n`.length;
    expect(methods).toContain(`3 claims, last revised at ${AT}. Revision \`${length.toString(16).padStart(64, "0")}\``);
    expect(methods).toContain(
      "Analyst 1: 3 marks with 3 tags in 3 articles, 1 cell without a passage found not mentioned or not applicable.",
    );
    expect(methods).toContain("- 1 article taken out of view, with 1 mark");
    // Analyst 1 works blind, the adjudicator does not.
    expect(methods).toContain("- the layers of other analysts: Analyst 2\n");
    const settings = { ...project.file.settings, adjudicator: knownId(AnalystId, 1) };
    const adjudicated = reportOf(reportRequest({ ...project, file: { ...project.file, settings } }));
    expect(reportMarkdown(adjudicated)).toContain("- the layers of other analysts: Analyst 2 (1 mark)\n");
    expect(methods).toContain("Nothing here is a measure of truth, or of the reliability of a source");
  });

  it("says how far the analysts agree, and nothing of it where there is one", () => {
    const agreement = below("## Agreement of the analysts");
    expect(agreement).toContain("Of all who have marked anything: Analyst 1, Analyst 2.");
    expect(agreement).toContain("| Krippendorff’s alpha | – | – | 0 | No unit has ratings by two raters. |");
    const alone = reportMarkdown(reportOf(reportRequest({ ...project, sets: project.sets.slice(0, 1) })));
    expect(alone).not.toContain("Agreement of the analysts");
    expect(alone).toContain("There is no statistic of agreement, since only one analyst has marked anything.");
  });

  it("says which sources are one origin, and why", () => {
    expect(below("## What the sources say")).toContain("No two sources are known to be one origin.");
    const [first, other] = project.sets;
    if (!first || !other) throw new Error("two analysts have marked something");
    const verdict = { a: ferry.source.id, b: hidden.source.id, verdict: "one-origin" as const, at: AT };
    const sources = project.sources.map((source, i) => (i < 2 ? { ...source, agency: "AFP" } : source));
    const joined = { ...project, sources, sets: [{ ...first, originVerdicts: [verdict] }, other] };
    expect(reportMarkdown(reportOf(reportRequest(joined)))).toContain(
      "- A and B and a source out of view (A and B print AFP; the analyst has found one origin: A and a source out of view)",
    );
  });

  it("says in words where there is nothing", () => {
    const empty = reportMarkdown(reportOf(reportRequest(projectOf([], []))));
    for (const words of [
      "No article is in view.",
      "No passage is tied to a claim yet.",
      "Nobody is quoted on any claim.",
    ]) {
      expect(empty).toContain(words);
    }
  });

  it("has a column for each stance where there are too many sources for one each", () => {
    const articles = Array.from({ length: 60 }, (_, i) =>
      article("It [sank].", { id: knownId(SourceId, i + 1), order: i }),
    );
    const said = articles
      .slice(0, 2)
      .map((each, i) => mark(i + 1, each, tag(i + 1, 1, i === 0 ? "supports" : "refutes")));
    const set = annotationsOf(1, { claims: [claim(1)], marks: said });
    const many = projectOf(
      articles.map(({ source }) => source),
      [set],
    );
    const written = reportMarkdown(reportOf(reportRequest(many)));
    expect(written).toContain("| C1 Claim 1 | A | B | – | – | – | contested |");
    expect(written).toContain("Not reviewed in 58 sources.");
    expect(written).toContain("The first 40 sources; 20 more are not paired here.");
  });

  it("grows with the claims and no faster, each without a passage in one line of a page", () => {
    const lengths = [2_000, 20_000].map((size) => {
      const claims = Array.from({ length: size }, (_, i) => claim(i + 1));
      const large = projectOf(
        [ferry.source],
        [annotationsOf(1, { claims, marks: [mark(1, ferry, tag(1, 1, "supports"))] })],
      );
      return REPORT_FORMATS.map(({ write }) => write(reportOf(reportRequest(large))).length);
    });
    const [small, large] = lengths;
    for (const [i, length] of (large ?? []).entries()) {
      expect(length).toBeLessThan(11 * (small?.[i] ?? 0));
      expect(length).toBeLessThan(20_000 * 200);
    }
  });
});

describe("REPORT_FORMATS", () => {
  it("write the same bytes for the same request", () => {
    const request = reportRequest(projectSaying("x"));
    for (const { write } of REPORT_FORMATS) expect(write(reportOf(request))).toBe(write(reportOf({ ...request })));
  });

  it("are found by their ids and by nothing else", () => {
    expect(REPORT_FORMATS.map(({ id }) => reportFormat(id))).toEqual(REPORT_FORMATS);
    expect(["", "HTML", "__proto__"].map(reportFormat)).toEqual([undefined, undefined, undefined]);
  });
});

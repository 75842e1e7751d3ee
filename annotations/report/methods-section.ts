import { blindSources } from "../model/blindness.ts";
import { claimList, type ListedClaim } from "../model/claim-list.ts";
import type { Mark } from "../model/mark.ts";
import { compareText } from "../model/order.ts";
import { amount } from "../text/amount.ts";
import {
  type Block,
  given,
  type Inline,
  joined,
  type Line,
  paragraph,
  type Section,
  section,
  strong,
} from "./document.ts";
import type { Material } from "./material.ts";

/** How the figures came about: texts, codebook, whose judgements, what is left out, and what nothing of this measures. */
export function methodsSection(material: Material): Section {
  return section("methods", "Methods", [
    paragraph(...layer(material)),
    paragraph(
      strong("Texts."),
      " Each text was decoded once, its line ends made LF, and has not been changed since; its SHA-256, in the table of sources, is that of its UTF-8 bytes. Places in it are half-open ranges of Unicode code points, counted from 0.",
    ),
    ...hashes(material),
    paragraph(...codebook(material)),
    paragraph(
      strong("Cells."),
      " A cell takes the article's own voice first, and a quoted voice only where the article has none. Tags in one voice give supports or refutes when they agree, mixed when they do not or when one of them is mixed, else questions, else mentions. A cell is hedged when every tag that decides it is less than certain. Silence is a finding only where the analyst has said that the source was read.",
    ),
    paragraph(
      strong("Status."),
      ` It follows the rule that stands under the table of claims and sources; ${amount(material.corroboratedBy, "independent origin")} ${material.corroboratedBy === 1 ? "corroborates" : "corroborate"} a claim, which is a setting of the project.`,
    ),
    paragraph(...statistics(material)),
    ...leftOut(material),
    paragraph(
      strong(
        "Nothing here is a measure of truth, or of the reliability of a source: it says what the sources say, as one reader has marked it.",
      ),
    ),
  ]);
}

function statistics({ project, version }: Material): Line {
  const counts = "The figures of claims, sources and speakers are counts of what the analyst has marked.";
  const agreement =
    project.sets.length < 2
      ? "There is no statistic of agreement, since only one analyst has marked anything."
      : "Agreement is computed over the layers of all analysts, each measure as the literature defines it (Krippendorff 2011; Gwet 2008; Fleiss 1971); the interval of alpha is a BCa bootstrap of the units with 2,000 resamples, and a measure that is not defined has no value.";
  return [strong("Statistics."), ` ${counts} ${agreement} All were computed by Parallax ${version}.`];
}

function layer({ analyst, set, matrix }: Material): Line {
  const inView = new Set(matrix.sources.map(({ id }) => id));
  const marks = (set?.marks ?? []).filter(({ sourceId }) => inView.has(sourceId));
  const looked = (set?.cells ?? []).filter(({ sourceId }) => inView.has(sourceId));
  const tags = marks.reduce((sum, mark) => sum + mark.tags.length, 0);
  return [
    strong("Judgements."),
    " This is the layer of one analyst, ",
    given(analyst.name),
    `: ${amount(marks.length, "mark")} with ${amount(tags, "tag")} in ${amount(matrix.sources.length, "article")}, `,
    `${amount(looked.length, "cell")} without a passage found not mentioned or not applicable.`,
  ];
}

function hashes({ matrix: { sources }, letterOf }: Material): readonly Block[] {
  if (sources.length === 0) return [];
  const items = sources.map(({ id, sha256 }): Line => [`${letterOf(id)} `, { kind: "code", text: sha256 }]);
  return [{ kind: "list", items }];
}

/** The claims with the revision of their list, in a form that others can compute. */
function codebook({ project, sha256 }: Material): readonly Inline[] {
  const claims = claimList(project);
  const latest = claims
    .map(({ revisedAt }) => revisedAt)
    .sort(compareText)
    .at(-1);
  const start = ` ${amount(claims.length, "claim")}`;
  if (latest === undefined) return [strong("Codebook."), `${start}.`];
  return [
    strong("Codebook."),
    `${start}, last revised at ${latest}. Revision `,
    { kind: "code", text: sha256(codebookText(claims)) },
    ": the SHA-256 of one line for each claim, in the order of their ids, with its id, the time of its revision, its claim ID and its wording, tabs between them and LF at each end.",
  ];
}

function codebookText(claims: readonly ListedClaim[]): string {
  const lines = claims.map(({ id, revisedAt, label, text }) => `${id}\t${revisedAt}\t${label}\t${text}\n`);
  return lines.sort(compareText).join("");
}

/** What the project holds and this report does not. */
function leftOut({ project, set, analyst }: Material): readonly Block[] {
  const removed = project.sources.filter((source) => source.removed);
  const gone = new Set(removed.map(({ id }) => id));
  const hidden = (set?.marks ?? []).filter(({ sourceId }) => gone.has(sourceId));
  const untagged = (set?.marks ?? []).filter((mark: Mark) => mark.tags.length === 0 && !gone.has(mark.sourceId));
  const others = project.sets.filter((other) => other.analyst.id !== analyst.id);
  // How many marks others have is hidden from who works blind.
  const isBlind = blindSources(project, analyst.id).length > 0;
  const names = others.map(
    ({ analyst: { name }, marks }): Line => [given(name), isBlind ? "" : ` (${amount(marks.length, "mark")})`],
  );
  const items: readonly Line[] = [
    ...(removed.length > 0
      ? [[`${amount(removed.length, "article")} taken out of view, with ${amount(hidden.length, "mark")}`]]
      : []),
    ...(untagged.length > 0
      ? [[`${amount(untagged.length, "mark")} that ${untagged.length === 1 ? "is" : "are"} tied to no claim`]]
      : []),
    ...(set?.bin?.length ? [[`${amount(set.bin.length, "deleted mark")}`]] : []),
    ...(names.length > 0 ? [["the layers of other analysts: ", ...joined(names, ", ")]] : []),
  ];
  if (items.length === 0)
    return [paragraph(strong("Left out."), " Nothing: every mark of the project is in this report.")];
  return [paragraph(strong("Left out,"), " though the project holds it:"), { kind: "list", items }];
}

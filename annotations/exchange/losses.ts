import type { AnnotationSet } from "../model/annotation-set.ts";
import { claimList } from "../model/claim-list.ts";
import type { Mark } from "../model/mark.ts";
import { openSources } from "../model/project.ts";
import type { Tag } from "../model/tag.ts";
import { amount } from "../text/amount.ts";
import { FEATURES, type Feature } from "./feature.ts";
import type { ExportRequest } from "./format.ts";

interface Material extends ExportRequest {
  readonly marks: readonly Mark[];
  readonly tags: readonly Tag[];
}

type LossOf = (material: Material) => readonly [number, (number: number) => string];

/** How much of each feature a request has, and what is said where it stays behind. */
const LOSSES: Readonly<Record<Feature, LossOf>> = {
  marks: ({ marks }) => [
    marks.length,
    (n) => `${amount(n, "mark")} stay${n === 1 ? "s" : ""} behind; only the claims are written.`,
  ],
  texts: ({ project }) => [
    openSources(project).length,
    (n) => `The ${n === 1 ? "text" : "texts"} of ${amount(n, "article")} stay behind.`,
  ],
  "source-details": ({ project }) => [
    openSources(project).filter(({ title, author, outlet, date, url }) => title + author + outlet + date + url !== "")
      .length,
    (n) => `Title, author, outlet, date and address of ${amount(n, "article")} stay behind.`,
  ],
  "source-notes": ({ project }) => [
    openSources(project).filter(({ note = "", agency = "" }) => note + agency !== "").length,
    (n) => `What is noted about ${amount(n, "article")} (notes, agencies) stays behind.`,
  ],
  boilerplate: ({ project }) => [
    openSources(project).flatMap(({ blocks }) => blocks.filter(({ boilerplate }) => boilerplate)).length,
    (n) => `That ${amount(n, "paragraph is", "paragraphs are")} boilerplate stays behind.`,
  ],
  analysts: ({ sets }) => [
    sets.length,
    (n) =>
      `${n === 1 ? "The name" : "The names"} of ${amount(n, "analyst")} ${n === 1 ? "stays" : "stay"} behind${n > 1 ? ": whose mark is whose cannot be told" : ""}.`,
  ],
  ids: ({ marks }) => [
    marks.length,
    (n) => `The ids of ${amount(n, "mark")} stay behind: reading them again finds them by their place.`,
  ],
  times: ({ marks }) => [marks.length, (n) => `When ${amount(n, "mark was", "marks were")} made stays behind.`],
  "claim-texts": ({ project }) => [
    claimList(project).length,
    (n) => `The wording of ${amount(n, "claim")} stays behind; only the ID is written.`,
  ],
  "claim-details": ({ project }) => [
    claimList(project).filter(
      ({ note, aliases, parent, colour, include = "", exclude = "" }) =>
        note + include + exclude !== "" || aliases.length > 0 || parent || colour,
    ).length,
    (n) => `Notes, aliases, parents, colours and what counts of ${amount(n, "claim")} stay behind.`,
  ],
  verdicts: ({ project }) => [
    claimList(project).filter(({ verdict }) => verdict !== undefined).length,
    (n) => `The ${n === 1 ? "verdict" : "verdicts"} on ${amount(n, "claim")} ${n === 1 ? "stays" : "stay"} behind.`,
  ],
  pieces: ({ marks }) => [
    marks.filter(({ ranges }) => ranges.length > 1).length,
    (n) =>
      `${amount(n, "mark of several pieces goes", "marks of several pieces go")} out as one stretch from the first piece to the last.`,
  ],
  "untagged-marks": ({ marks }) => [
    marks.filter(({ tags }) => tags.length === 0).length,
    (n) => `${amount(n, "mark without a claim stays", "marks without a claim stay")} behind.`,
  ],
  stance: ({ tags }) => [tags.length, (n) => `The stance of ${amount(n, "tag")} stays behind.`],
  voice: lossOfTags(({ voice }) => voice !== "own", "The voice (who says it)"),
  speaker: lossOfTags(({ speaker }) => speaker !== "", "The speaker"),
  attitude: lossOfTags(
    ({ attitude, voice }) => voice !== "own" && attitude !== "neutral",
    "The article’s attitude to the speaker",
  ),
  certainty: lossOfTags(({ certainty }) => certainty !== "certain", "The certainty"),
  confidence: lossOfTags(({ confidence }) => confidence !== "high", "The analyst’s confidence"),
  value: lossOfTags(({ value }) => value !== undefined, "The figure"),
  "tag-notes": lossOfTags(({ note }) => note !== "", "The note"),
  "mark-notes": ({ marks }) => [
    marks.filter(({ note = "" }) => note !== "").length,
    (n) => `The ${n === 1 ? "note" : "notes"} on ${amount(n, "mark")} ${n === 1 ? "stays" : "stay"} behind.`,
  ],
  flags: ({ marks }) => [
    marks.filter(({ toDiscuss }) => toDiscuss).length,
    (n) => `The flag “to discuss” of ${amount(n, "mark")} stays behind.`,
  ],
  cells: lossOfSets(
    ({ cells }) => cells.length,
    (n) => `${amount(n, "cell")} found “not mentioned” or “not applicable” stay${n === 1 ? "s" : ""} behind.`,
  ),
  "cell-notes": lossOfSets(
    ({ cellNotes = [] }) => cellNotes.length,
    (n) => `${amount(n, "note")} on cells stay${n === 1 ? "s" : ""} behind.`,
  ),
  speakers: ({ project }) => [
    project.file.speakers?.length ?? 0,
    (n) => `The other names of ${amount(n, "speaker")} stay behind.`,
  ],
  "origin-verdicts": lossOfSets(
    ({ originVerdicts = [] }) => originVerdicts.length,
    (n) => `${amount(n, "finding")} on common origins stay${n === 1 ? "s" : ""} behind.`,
  ),
  bin: lossOfSets(
    ({ bin = [] }) => bin.length,
    (n) => `${amount(n, "deleted mark")} in the bin stay${n === 1 ? "s" : ""} behind.`,
  ),
};

function lossOfTags(has: (tag: Tag) => boolean, what: string): LossOf {
  return ({ tags }) => [tags.filter(has).length, (n) => `${what} of ${amount(n, "tag")} stays behind.`];
}

function lossOfSets(size: (set: AnnotationSet) => number, words: (number: number) => string): LossOf {
  return ({ sets }) => [sets.reduce((sum, set) => sum + size(set), 0), words];
}

/** What of a request a format that carries these features leaves behind, in plain sentences; what the request has none of is not named. */
export function lossesOf(request: ExportRequest, carries: ReadonlySet<Feature>): readonly string[] {
  const marks = marksGoingOut(request);
  const material = { ...request, marks, tags: marks.flatMap(({ tags }) => tags) };
  const tagless = carries.has("marks") ? material : { ...request, marks: [], tags: [] };
  return FEATURES.filter((feature) => !carries.has(feature)).flatMap((feature) => {
    const [number, words] = LOSSES[feature](feature === "marks" ? material : tagless);
    return number === 0 ? [] : [words(number)];
  });
}

/** The marks of a request: those in the articles in view. */
export function marksGoingOut({ project, sets }: ExportRequest): readonly Mark[] {
  const open = new Set(openSources(project).map(({ id }) => id));
  return sets.flatMap((set) => set.marks.filter(({ sourceId }) => open.has(sourceId)));
}

import type { Mark } from "../../annotations/model/mark.ts";
import type { Project } from "../../annotations/model/project.ts";
import { united } from "../../annotations/text/pieces.ts";
import { wordRangesOfSelection } from "../../annotations/text/word-selection.ts";

const FEW = 4;

/** The project with marks of whole words, as tokens are; what of words CoNLL takes in with a part of them is no matter here. */
export function inWholeWords(project: Project): Project {
  return withMarks(project, (mark) => {
    const source = project.sources.find(({ id }) => id === mark.sourceId);
    if (!source) return mark;
    const words = mark.ranges.flatMap(({ start, end }) => wordRangesOfSelection(source, start, end));
    return { ...mark, ranges: united(source, words) };
  });
}

/** The project with all tags on the first few claims: for each claim CoNLL has a file with all texts. */
export function ofFewClaims(project: Project): Project {
  const claims = project.sets.flatMap((set) => set.claims.map(({ id }) => id));
  return withMarks(project, (mark) => ({
    ...mark,
    tags: mark.tags.map((tag) => ({ ...tag, claimId: claims[claims.indexOf(tag.claimId) % FEW] ?? tag.claimId })),
  }));
}

function withMarks(project: Project, change: (mark: Mark) => Mark): Project {
  return { ...project, sets: project.sets.map((set) => ({ ...set, marks: set.marks.map(change) })) };
}

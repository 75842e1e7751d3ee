import type { Analyst } from "../../model/analyst.ts";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import type { ClaimId } from "../../model/id.ts";
import type { Project } from "../../model/project.ts";
import type { Source } from "../../model/source.ts";
import type { ReadAnalyst, ReadAnnotations } from "./read-annotations.ts";
import type { ReadingChoices } from "./reading-plan.ts";
import type { SourceMatch } from "./source-match.ts";

/** What the parts of a plan are made from. */
export interface ReadingGround {
  readonly project: Project;
  readonly read: ReadAnnotations;
  readonly choices: ReadingChoices;
  /** What the articles of the files are here, by their keys. */
  readonly sources: ReadonlyMap<string, SourceMatch>;
  /** The claims of the project that those of the files stand for, by their keys. */
  readonly claims: ReadonlyMap<string, ClaimId>;
  /** The set that is read into, as it is. */
  readonly set: AnnotationSet | undefined;
}

/** Whether what an analyst of the files says is read; what nobody is named for always is. */
export function isWanted(analyst: string | undefined, { from }: Pick<ReadingChoices, "from">): boolean {
  return from === undefined || analyst === undefined || from.has(analyst);
}

/** The source here that an article of the files is; null where that is left out. */
export function sourceHere({ sources }: Pick<ReadingGround, "sources">, key: string): Source | null {
  const match = sources.get(key);
  return !match || match.kind === "left" ? null : match.source;
}

/** Which of these people an analyst of the files is: the one with the id, else the one with the name. */
export function personHere(
  people: readonly Analyst[],
  { id, name }: Pick<ReadAnalyst, "id" | "name">,
): Analyst | undefined {
  return people.find((one) => one.id === id?.toLowerCase()) ?? people.find((one) => one.name === shownName(name));
}

/** A name as an analyst here may have it. */
export function shownName(name: string): string {
  return name.trim().slice(0, 200).trim() || "Unnamed";
}

/** Whether an analyst of the files is the one whose set is read into, so that what is said of that person counts for the set. */
export function isOwner(
  { project, choices }: Pick<ReadingGround, "project" | "choices">,
  analyst: ReadAnalyst,
): boolean {
  return (
    personHere(
      project.sets.map((set) => set.analyst),
      analyst,
    )?.id === choices.analyst
  );
}

/** Whether nobody has said or marked anything in a project yet, so that it takes the settings and the arrangement of the files. */
export function isUntouched({ file, sets }: Project): boolean {
  return (file.speakers ?? []).length === 0 && sets.every(isEmpty);
}

function isEmpty({ claims, marks, cells, bin, cellNotes, originVerdicts, done, reveals }: AnnotationSet): boolean {
  return [claims, marks, cells, bin, cellNotes, originVerdicts, done, reveals].every((list = []) => list.length === 0);
}

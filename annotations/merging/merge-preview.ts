import { z } from "zod";
import { claimList } from "../model/claim-list.ts";
import { AnalystId } from "../model/id.ts";
import type { Project } from "../model/project.ts";
import { sourceName } from "../model/source.ts";
import { type ConflictSides, conflictSides } from "./conflict-sides.ts";
import { type ConflictNames, conflictNames } from "./merge-conflict.ts";
import { changesAnything, mergePlan, type OtherCopy } from "./merge-plan.ts";

/** So many conflicts are shown with both versions; the counts have them all. */
const SHOWN_CONFLICTS = 500;

/** Each version of a conflict is shown up to so many characters. */
const SHOWN_CHARACTERS = 600;

const count = z.int().min(0);

const Count = z.strictObject({ added: count, same: count, revised: count, earlier: count, conflicts: count });

const PreviewedSet = z.strictObject({
  analystId: AnalystId,
  name: z.string(),
  isNew: z.boolean(),
  counts: z.strictObject({
    marks: Count,
    bin: Count,
    claims: Count,
    cells: Count,
    cellNotes: Count,
    originVerdicts: Count,
    done: Count,
    reveals: Count,
  }),
});
export type PreviewedSet = Readonly<z.infer<typeof PreviewedSet>>;

const PreviewedConflict = z.strictObject({
  /** What tells it from the others. */
  id: z.string(),
  analyst: z.string(),
  sentence: z.string(),
  ours: z.string(),
  theirs: z.string(),
});

/** What merging another copy would do, for people to decide upon. */
export const MergePreview = z.strictObject({
  /** The copies' sources that only theirs has, and how many both have with the same SHA-256. */
  sources: z.strictObject({ added: z.array(z.string()).readonly(), same: count }),
  sets: z.array(PreviewedSet).readonly(),
  /** The speakers that only the other copy names. */
  speakers: z.array(z.string()).readonly(),
  /** What the other copy has otherwise and stays as it is here. */
  stays: z.array(z.string()).readonly(),
  conflicts: z.array(PreviewedConflict).readonly(),
  /** How many conflicts there are, shown or not. */
  conflictCount: count,
  /** Whether anything would change, by whose version counts in a conflict. */
  changes: z.strictObject({ ours: z.boolean(), theirs: z.boolean() }),
});
export type MergePreview = Readonly<z.infer<typeof MergePreview>>;

/** Throws a `Refusal` when the copy does not fit the project. */
export function mergePreview(here: Project, there: OtherCopy): MergePreview {
  const [plan, otherwise] = [mergePlan(here, there, "ours"), mergePlan(here, there, "theirs")];
  const names = namesIn(here, there);
  const conflicts = plan.sets.flatMap(({ analyst, conflicts }) => conflicts.map((conflict) => ({ analyst, conflict })));
  return {
    sources: {
      added: plan.sources.map(sourceName),
      same: there.sources.length - plan.sources.length,
    },
    sets: plan.sets.map(({ analyst, isNew, counts }) => ({ analystId: analyst.id, name: analyst.name, isNew, counts })),
    speakers: plan.speakers.map(({ name }) => name),
    stays: plan.stays,
    conflicts: conflicts.slice(0, SHOWN_CONFLICTS).map(({ analyst, conflict }) => {
      const sides = shortened(conflictSides(conflict, names));
      return { ...sides, id: `${analyst.id} ${sides.id}`, analyst: analyst.name };
    }),
    conflictCount: conflicts.length,
    changes: { ours: changesAnything(plan), theirs: changesAnything(otherwise) },
  };
}

/** Claims and sources of both copies, by the names that they have here where they are here. */
export function namesIn(here: Project, there: OtherCopy): ConflictNames {
  const known = claimList({ ...here, sets: [...there.sets, ...here.sets] });
  return conflictNames([...there.claims, ...known], [...there.sources, ...here.sources]);
}

function shortened(sides: ConflictSides): ConflictSides {
  return { ...sides, ours: beginning(sides.ours), theirs: beginning(sides.theirs) };
}

function beginning(words: string): string {
  const characters = Array.from(words);
  return characters.length <= SHOWN_CHARACTERS ? words : `${characters.slice(0, SHOWN_CHARACTERS).join("")}…`;
}

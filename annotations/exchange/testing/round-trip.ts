import { applyAll } from "../../commands/step.ts";
import { batchOf } from "../../merging/merge-plan.ts";
import { AnalystId } from "../../model/id.ts";
import type { Project } from "../../model/project.ts";
import { knownId } from "../../testing/known-id.ts";
import { AT } from "../../testing/project.ts";
import type { ReadableFormat, WritableFormat } from "../format.ts";
import { type InputFile, textFile } from "../input-file.ts";
import { readingCommands } from "../reading/reading-commands.ts";
import { type ReadingPlan, readingPlan } from "../reading/reading-plan.ts";
import { sharedCommands } from "../reading/shared-commands.ts";
import { withoutMarks } from "./exchanged-project.ts";

/** What a format writes of a project, as files to be read. */
export function writtenFiles(format: WritableFormat, project: Project): readonly InputFile[] {
  const { files } = format.write({ project, sets: project.sets }, new Set());
  return files.map(({ path, content }) => textFile(path || `export.${format.extension}`, [...content].join("")));
}

/** The plan of reading files into a project as analyst 1, who agrees to nothing but exact places. */
export function planOf(format: ReadableFormat, files: readonly InputFile[], project: Project): ReadingPlan {
  return readingPlan(project, format.reader.read(files), {
    analyst: knownId(AnalystId, 1),
    ...{ sources: new Map(), labels: new Map(), accepted: new Set(), placed: new Map(), conflicts: "both" },
  });
}

/** A project after a plan was carried out. */
export function carriedOut(project: Project, plan: ReadingPlan): Project {
  const batch = batchOf(readingCommands(project, plan, AT));
  const shared = sharedCommands(project, plan, { analyst: plan.choices.analyst, at: AT });
  return applyAll(project, [...(batch ? [batch] : []), ...shared]);
}

/** A project's articles with what came back of its marks through a format. */
export function roundTrip(format: WritableFormat & ReadableFormat, project: Project): Project {
  const bare = withoutMarks(project);
  return carriedOut(bare, planOf(format, writtenFiles(format, project), bare));
}

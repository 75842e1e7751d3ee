import type { Analyst } from "../../annotations/model/analyst.ts";
import type { ProjectId } from "../../annotations/model/id.ts";
import { annotationSet, type Project } from "../../annotations/model/project.ts";
import type { Settings } from "../storage/settings.ts";

/**
 * As whom a project is worked on: as the analyst remembered for it on this machine, else as this machine's own if they
 * have a set in it; in a copy of the sample as the first analyst there; else as this machine's own.
 */
export function sessionAnalyst(
  project: Project,
  settings: Pick<Settings, "analyst" | "analysts">,
  sample: ProjectId | null,
): Analyst {
  const remembered = settings.analysts[project.file.id];
  if (remembered) return annotationSet(project, remembered.id)?.analyst ?? remembered;
  const own = annotationSet(project, settings.analyst.id);
  const first = project.file.id === sample ? project.sets[0] : undefined;
  return (own ?? first)?.analyst ?? settings.analyst;
}

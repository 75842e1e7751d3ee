import { blindSources, isBlindTo, type Sight, sightOf, visibleTo } from "../../annotations/model/blindness.ts";
import type { AnalystId, SourceId } from "../../annotations/model/id.ts";
import type { Project } from "../../annotations/model/project.ts";
import type { Desk } from "./desk.ts";

type State = Pick<Desk, "project" | "analyst">;

/** Whether the working analyst sees what others have marked in a source, and why. */
export function sightIn({ project, analyst }: State, source: SourceId): Sight {
  return sightOf(project, analyst.id, source);
}

/** Whether others' marks of a source are hidden from the working analyst. */
export function isBlind({ project, analyst }: State, source: SourceId): boolean {
  return isBlindTo(project, analyst.id, source);
}

const seen = new WeakMap<Project, { readonly analyst: AnalystId; readonly visible: Project; readonly blind: number }>();

function seenBy({ project, analyst }: State) {
  const known = seen.get(project);
  if (known?.analyst === analyst.id) return known;
  const made = {
    analyst: analyst.id,
    visible: visibleTo(project, analyst.id),
    blind: blindSources(project, analyst.id).length,
  };
  seen.set(project, made);
  return made;
}

/** The project without others' work that is hidden from the working analyst: what every list and count may show. */
export function visibleProject(state: State): Project {
  return seenBy(state).visible;
}

/** In how many articles in view others' marks are hidden from the working analyst. */
export function blindCount(state: State): number {
  return seenBy(state).blind;
}

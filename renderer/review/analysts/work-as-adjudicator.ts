import type { AnalystId } from "../../../annotations/model/id.ts";
import type { Project } from "../../../annotations/model/project.ts";
import { reveal } from "../../blindness/completing.ts";
import { focusWhenThere } from "../../controls/focus-when-there.ts";
import { perform, stamp } from "../../session/changes.ts";
import { desk, useDesk } from "../../session/desk.ts";
import { workAs } from "../../session/work-as.ts";

/** Goes on as the author of the adjudicated layer; where there is none, as a new analyst whose set that becomes. */
export async function workAsAdjudicator(): Promise<void> {
  const { project, analyst } = desk();
  const { adjudicator } = project.file.settings;
  // The session is opened anew when the host says so, and only then can the new analyst be named.
  const stop = useDesk.subscribe((state) => {
    if (state.analyst.id === analyst.id) return;
    stop();
    queueMicrotask(() => begin(adjudicator === undefined));
  });
  const who = adjudicator === undefined ? { name: freeName(project) } : { analystId: adjudicator };
  if (!(await workAs(who))) stop();
}

/** The button that was pressed is gone now, so the focus goes to the list that it led to. */
function begin(isNew: boolean): void {
  if (isNew) nameAdjudicator(desk().analyst.id);
  focusWhenThere(document.body, ".difference-filters button", 60);
}

/** Makes an analyst's set the adjudicated layer, or nobody's. */
export function nameAdjudicator(adjudicator: AnalystId | null): void {
  const { file, sources } = desk().project;
  const { title, settings } = file;
  // Who adjudicated has seen everybody's marks, and works on knowing them.
  const isLeaving = settings.adjudicator === desk().analyst.id && adjudicator !== desk().analyst.id;
  if (isLeaving && !reveal(sources.map(({ id }) => id))) return;
  perform("changing the adjudicated layer", { kind: "revise-project", ...stamp(), title, adjudicator });
}

function freeName({ sets }: Project): string {
  const taken = new Set(sets.map(({ analyst }) => analyst.name));
  const names = ["Adjudicator", ...sets.map((_, i) => `Adjudicator ${i + 2}`)];
  return names.find((name) => !taken.has(name)) ?? "Adjudicator";
}

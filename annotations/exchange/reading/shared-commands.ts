import { revisionOf } from "../../commands/apply.ts";
import type { Command } from "../../commands/command.ts";
import { newId, SpeakerId } from "../../model/id.ts";
import type { Project } from "../../model/project.ts";
import type { ReadingPlan } from "./reading-plan.ts";

/**
 * The commands that carry out what a plan changes of what all analysts share: the details of articles, the speakers and the
 * settings. Where files are read into several sets, they come once.
 */
export function sharedCommands(
  project: Project,
  { shared: { speakers, settings, details } }: ReadingPlan,
  stamp: Pick<Command, "analyst" | "at">,
): readonly Command[] {
  const first = project.file.speakers?.length ?? 0;
  return [
    ...details.revised.map(({ source, revision }): Command => {
      return { ...revisionOf(project, { ...stamp, sourceId: source.id }), ...revision };
    }),
    ...speakers.revised.map((speaker): Command => ({ kind: "put-speaker", ...stamp, index: 0, speaker })),
    ...speakers.fresh.map(({ id, name, aliases, more }, i): Command => {
      const own = SpeakerId.safeParse(id?.toLowerCase()).data ?? newId(SpeakerId);
      return { kind: "put-speaker", ...stamp, index: first + i, speaker: { ...more, id: own, name, aliases } };
    }),
    ...(settings.revision
      ? [{ kind: "revise-project" as const, ...stamp, title: project.file.title, ...settings.revision }]
      : []),
  ];
}

import { type Project, ProjectFile, sourceById } from "../model/project.ts";
import { Source } from "../model/source.ts";
import { applyToSet } from "./apply-to-set.ts";
import type { Command, ReviseProject, ReviseSource } from "./command.ts";
import { Refusal } from "./refusal.ts";
import { withoutSpeaker, withSpeaker } from "./speaker-command.ts";
import { withUnknown } from "./unknown-fields.ts";

/**
 * The project after `command`. Pure: the renderer and the host run this same function. Values that a command does not
 * touch stay the same objects. Throws a `Refusal`, and changes nothing, when the command does not fit the project.
 */
export function apply(project: Project, command: Command): Project {
  switch (command.kind) {
    case "revise-project":
      return { ...project, file: withSettings(project.file, command) };
    case "revise-source":
      return { ...project, sources: withRevised(project.sources, command) };
    case "put-speaker":
      return { ...project, file: withSpeaker(project.file, command) };
    case "drop-speaker":
      return { ...project, file: withoutSpeaker(project.file, command) };
    default: {
      const sets = applyToSet(project, command);
      return sets === project.sets ? project : { ...project, sets };
    }
  }
}

function withSettings(file: ProjectFile, command: ReviseProject): ProjectFile {
  const { title, corroboratedBy, adjudicator, stanceDistances, more, moreSettings } = command;
  const threshold = corroboratedBy === undefined ? {} : { corroboratedBy };
  const known = withDistances(withAdjudicator({ ...file.settings, ...threshold }, adjudicator), stanceDistances);
  const settings = withUnknown(known, ProjectFile.shape.settings.shape, moreSettings);
  return withUnknown({ ...file, title, settings }, ProjectFile.shape, more);
}

type Settings = ProjectFile["settings"];

function withAdjudicator(settings: Settings, adjudicator: ReviseProject["adjudicator"]): Settings {
  if (adjudicator === undefined) return settings;
  const { adjudicator: _former, ...rest } = settings;
  return adjudicator === null ? rest : { ...rest, adjudicator };
}

function withDistances(settings: Settings, stanceDistances: ReviseProject["stanceDistances"]): Settings {
  if (stanceDistances === undefined) return settings;
  const { stanceDistances: _former, ...rest } = settings;
  return stanceDistances === null ? rest : { ...rest, stanceDistances };
}

function withRevised(sources: readonly Source[], command: ReviseSource): readonly Source[] {
  const at = sources.findIndex((source) => source.id === command.sourceId);
  const source = sources[at];
  if (!source) throw new Refusal("This source is not in the project.");
  return sources.with(at, revised(source, command));
}

function revised(source: Source, command: ReviseSource): Source {
  const boilerplate = new Set(command.boilerplate);
  const blocks = source.blocks.map((block) =>
    block.boilerplate === boilerplate.has(block.start) ? block : { ...block, boilerplate: !block.boilerplate },
  );
  const { metadata, guessed, order, removed } = command;
  const noted = withNote({ ...source, ...metadata, guessed, order, removed, blocks }, command.note);
  return withUnknown(withAgency(noted, command.agency), Source.shape, command.more);
}

function withNote(source: Source, note: ReviseSource["note"]): Source {
  if (note === undefined) return source;
  const { note: _former, ...rest } = source;
  return note === null ? rest : { ...rest, note };
}

function withAgency(source: Source, agency: ReviseSource["agency"]): Source {
  if (agency === undefined) return source;
  const { agency: _former, ...rest } = source;
  return agency === null ? rest : { ...rest, agency };
}

/** A command that leaves `sourceId` as it is; callers change the fields they mean. */
export function revisionOf(project: Project, stamp: Pick<ReviseSource, "analyst" | "at" | "sourceId">): ReviseSource {
  const source = sourceById(project, stamp.sourceId);
  const { title, author, outlet, date, url, language } = source;
  return {
    kind: "revise-source",
    ...stamp,
    metadata: { title, author, outlet, date, url, language },
    guessed: source.guessed,
    boilerplate: source.blocks.filter((block) => block.boilerplate).map((block) => block.start),
    order: source.order,
    removed: source.removed,
    note: source.note ?? null,
    agency: source.agency ?? null,
  };
}

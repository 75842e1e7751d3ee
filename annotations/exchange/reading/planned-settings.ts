import type { ReviseProject } from "../../commands/command.ts";
import { sameContent } from "../../commands/same-content.ts";
import { unknownFields } from "../../commands/unknown-fields.ts";
import { ProjectFile } from "../../model/project.ts";
import { joinedFields } from "./joined-fields.ts";
import { isUntouched, personHere, type ReadingGround } from "./reading-ground.ts";

/** What becomes of what the files say of their project. */
export interface PlannedSettings {
  /** What the project takes over; null for nothing. */
  readonly revision: Omit<ReviseProject, "kind" | "analyst" | "at" | "title"> | null;
  /** What is otherwise here, and stays so. */
  readonly stays: readonly string[];
}

/**
 * A project in which nobody has said anything yet takes the settings of the files, any other one keeps its own unless the
 * version of the files counts. Fields that this version does not know join where the project has none of the name. Title,
 * id and date of birth are always the project's own.
 */
export function plannedSettings({ project, read, choices }: ReadingGround): PlannedSettings {
  const theirs = read.project;
  if (!theirs) return { revision: null, stays: [] };
  const { settings } = project.file;
  const takes = isUntouched(project) || choices.conflicts === "theirs";
  const people = project.sets.map(({ analyst }) => analyst);
  const judge = read.analysts.find(({ key }) => key === theirs.adjudicator);
  const adjudicator = judge && personHere(people, judge)?.id;
  const said = {
    ...(theirs.corroboratedBy === undefined ? {} : { corroboratedBy: theirs.corroboratedBy }),
    ...(adjudicator === undefined ? {} : { adjudicator }),
    ...(theirs.stanceDistances === undefined ? {} : { stanceDistances: theirs.stanceDistances }),
  };
  const here = new Map(Object.entries(settings));
  const other = Object.entries(said).filter(([name, value]) => !sameContent(here.get(name), value));
  const more = joinedFields(unknownFields(project.file, ProjectFile.shape), theirs.more, takes);
  const moreSettings = joinedFields(
    unknownFields(settings, ProjectFile.shape.settings.shape),
    theirs.moreSettings,
    takes,
  );
  const revision = {
    ...(takes ? Object.fromEntries(other) : {}),
    ...(more.fields && { more: more.fields }),
    ...(moreSettings.fields && { moreSettings: moreSettings.fields }),
  };
  return {
    revision: Object.keys(revision).length === 0 ? null : revision,
    stays: [
      ...(takes ? [] : other.flatMap(([name]) => SETTING_WORDS.get(name) ?? [])),
      ...(theirs.adjudicator !== undefined && adjudicator === undefined
        ? [`that the set of ${judge?.name ?? "somebody"} is the adjudicated layer, since that set is not here`]
        : []),
      ...[...more.stays, ...moreSettings.stays].map((field) => `“${field}” of the project`),
    ],
  };
}

const SETTING_WORDS: ReadonlyMap<string, string> = new Map([
  ["corroboratedBy", "how many origins corroborate a claim"],
  ["adjudicator", "whose set is the adjudicated layer"],
  ["stanceDistances", "how far apart stances are"],
]);

import { Failure } from "../../annotations/api/reply.ts";
import type { Analyst } from "../../annotations/model/analyst.ts";
import type { Project } from "../../annotations/model/project.ts";
import { type CliCall, UsageError } from "./cli-command.ts";
import { plainText } from "./text-table.ts";

/** The analyst of a project with this id or name; throws a `Failure` that lists who there is when nobody or several fit. */
export function analystNamed(project: Project, wish: string): Analyst {
  const analysts = project.sets.map(({ analyst }) => analyst);
  const fits = [
    analysts.filter(({ id }) => id === wish),
    analysts.filter(({ name }) => name === wish),
    analysts.filter(({ name }) => name.toLowerCase() === wish.toLowerCase()),
  ].find((found) => found.length > 0);
  const [analyst] = fits ?? [];
  if (analyst && fits?.length === 1) return analyst;
  const there = analysts.map(({ id, name }) => `${plainText(name)} (${id})`).join(", ") || "nobody";
  const what = analyst
    ? `There are several analysts named ${plainText(wish)}`
    : `There is no analyst ${plainText(wish)}`;
  throw new Failure("refused", `${what} in this project. There is: ${there}.`);
}

/** The author of the adjudicated layer; throws a `Failure` where the project has none. */
function adjudicatorOf({ file, sets }: Project): Analyst {
  const set = sets.find(({ analyst }) => analyst.id === file.settings.adjudicator);
  if (set) return set.analyst;
  throw new Failure(
    "refused",
    "This project has no adjudicated layer yet. In the application, Review, Analysts, say whose set that is.",
  );
}

/** How an analyst can be chosen among these: by name, with the id beside it where others have the same name. */
export function nameAmong({ id, name }: Analyst, analysts: readonly Analyst[]): string {
  const isUnique = analysts.every((other) => other.id === id || other.name !== name);
  return isUnique ? plainText(name) : `${plainText(name)} (${id})`;
}

/** The analyst with this id or name, or the only one there is; throws a `Failure` that lists who there is. */
export function onlyAnalyst(project: Project, wish: string | undefined): Analyst {
  if (wish !== undefined) return analystNamed(project, wish);
  const [only, ...others] = project.sets.map(({ analyst }) => analyst);
  if (!only) throw new Failure("refused", "Nobody has marked anything in this project yet.");
  if (others.length === 0) return only;
  const analysts = [only, ...others];
  const names = analysts.map((analyst) => nameAmong(analyst, analysts)).join(", ");
  throw new Failure("refused", `Several analysts work on this project: ${names}. Choose one with --analyst.`);
}

/** The analyst that `--analyst` names or whose set `--adjudicated` is; undefined where neither is given. */
export function wishedAnalyst(project: Project, call: CliCall): Analyst | undefined {
  const wish = call.text("analyst");
  if (wish !== undefined && call.has("adjudicated")) {
    throw new UsageError("--analyst and --adjudicated are two ways to say whose set is meant; give one of them.");
  }
  if (wish !== undefined) return analystNamed(project, wish);
  return call.has("adjudicated") ? adjudicatorOf(project) : undefined;
}

/** The analyst who is wished for, else the first one, with a word to the person when there are others; undefined where nobody has marked anything. */
export function firstAnalyst(project: Project, call: CliCall): Analyst | undefined {
  const wished = wishedAnalyst(project, call);
  if (wished) return wished;
  const analysts = project.sets.map(({ analyst }) => analyst);
  const [first, ...others] = analysts;
  if (first && others.length > 0) {
    const names = others.map((other) => nameAmong(other, analysts)).join(", ");
    call.terminal.err(`As ${nameAmong(first, analysts)} sees it; --analyst chooses another: ${names}.\n`);
  }
  return first;
}

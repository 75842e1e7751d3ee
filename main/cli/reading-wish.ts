import { Failure } from "../../annotations/api/reply.ts";
import type { ReadAnnotations, ReadSource } from "../../annotations/exchange/reading/read-annotations.ts";
import type { ConflictChoice, Consent } from "../../annotations/exchange/reading/reading-plan.ts";
import { isEachNamed, type SetTarget, setForEach } from "../../annotations/exchange/reading/set-plans.ts";
import { matchSources, type SourceChoice } from "../../annotations/exchange/reading/source-match.ts";
import type { Analyst } from "../../annotations/model/analyst.ts";
import { AnalystId, newId, type SourceId } from "../../annotations/model/id.ts";
import type { Project } from "../../annotations/model/project.ts";
import { additionsOf } from "../host/reading/additions.ts";
import type { ReadingWish } from "../host/reading/read-into.ts";
import { analystNamed } from "./analyst-choice.ts";
import { type CliCall, UsageError } from "./cli-command.ts";
import { listed, sourcesNamed } from "./export-names.ts";

const CONSENTS: readonly Consent[] = ["adjusted", "moved", "unverified"];
const CONFLICTS: readonly ConflictChoice[] = ["both", "ours", "theirs"];

/** Throws a `UsageError` when an option has a value that it does not take. */
export function requireWish(call: CliCall): void {
  decidedOf(call);
}

/** What nobody is asked about, as the options say. Throws a `Failure` or `UsageError` when they do not fit the files. */
export function readingWish(call: CliCall, project: Project, read: ReadAnnotations): ReadingWish {
  const possible = additionsOf(project, read.sources);
  const matches = matchesOf(project, read.sources, call.texts("match"));
  const added = call.has("add-articles") ? missing(project, read, matches).filter((key) => possible.has(key)) : [];
  const sources = new Map<string, SourceChoice>([...matches, ...added.map((key) => [key, "add"] as const)]);
  return { ...decidedOf(call), sources, possible, targets: targetsOf(call, project, read) };
}

function decidedOf(call: CliCall): Pick<ReadingWish, "conflicts" | "accepted" | "labels" | "placed"> {
  const conflicts = CONFLICTS.find((one) => one === (call.text("conflicts") ?? "both"));
  if (!conflicts) throw new UsageError(`--conflicts must be one of ${CONFLICTS.join(", ")}.`);
  const accepted = (listed(call.text("accept")) ?? []).map((name) => {
    const consent = CONSENTS.find((one) => one === name);
    if (!consent) throw new UsageError(`--accept takes ${CONSENTS.join(", ")}.`);
    return consent;
  });
  return {
    conflicts,
    accepted: new Set(accepted),
    labels: new Map(),
    placed: new Map(),
  };
}

/** The articles of the files that are found by nothing. */
function missing(
  project: Project,
  { sources }: ReadAnnotations,
  matches: ReadonlyMap<string, SourceId>,
): readonly string[] {
  const found = matchSources(project, sources, matches, new Map());
  return sources.flatMap(({ key }) => (found.get(key)?.kind === "left" ? [key] : []));
}

/** Whose sets what the files say joins. */
function targetsOf(call: CliCall, project: Project, read: ReadAnnotations): readonly SetTarget[] {
  const { analysts, claims, marks, cells } = read;
  const names = listed(call.text("from"));
  const unknown = names?.find((name) => !analysts.some((one) => one.name === name));
  if (unknown !== undefined) {
    const known = analysts.map(({ name }) => name).join(", ") || "nobody";
    throw new Failure("refused", `The files name no analyst ${unknown}. They name: ${known}.`);
  }
  const from = names && new Set(analysts.flatMap(({ key, name }) => (names.includes(name) ? [key] : [])));
  const analyst = analystOf(project, call.text("analyst"));
  if (analyst) return [{ analyst, from }];
  if (marks.length + cells.length > 0) {
    if (isEachNamed(read)) return setForEach(project, read, from);
    throw new Failure("refused", "The files do not say who made the marks: say with --analyst whose set they join.");
  }
  return claims.length > 0 ? [{ analyst: claimsOwner(project), from }] : [];
}

/** Claims are everybody's, but stand in somebody's set: in that of the only one there is. */
function claimsOwner({ sets }: Project): Analyst {
  const [only, ...others] = sets.map(({ analyst }) => analyst);
  if (only && others.length === 0) return only;
  throw new Failure(
    "refused",
    "The files do not say who made the claims: say with --analyst in whose set they are to stand.",
  );
}

/** Which articles of the files are which sources, as `in the file=here` says. */
function matchesOf(
  project: Project,
  sources: readonly ReadSource[],
  wishes: readonly string[],
): ReadonlyMap<string, SourceId> {
  return new Map(
    wishes.map((wish) => {
      const at = wish.lastIndexOf("=");
      const name = wish.slice(0, at);
      const read = sources.find((one) => [one.key, one.title, one.originalName, one.url, one.id].includes(name));
      if (at < 1 || !read) throw new UsageError(`--match ${wish}: the file has no article of that name.`);
      const [source] = sourcesNamed(project, [wish.slice(at + 1)]);
      if (!source) throw new UsageError(`--match ${wish}: after the = stands an article of this project.`);
      return [read.key, source];
    }),
  );
}

/** The analyst of the project with this name or id, or a new one with this name. */
function analystOf(project: Project, wish: string | undefined): Analyst | undefined {
  if (wish === undefined) return undefined;
  const isKnown = project.sets.some(
    ({ analyst: { id, name } }) => id === wish || name.toLowerCase() === wish.toLowerCase(),
  );
  return isKnown || wish.trim() === ""
    ? analystNamed(project, wish)
    : { id: newId(AnalystId), name: wish.trim().slice(0, 200) };
}

import { Failure } from "../../annotations/api/reply.ts";
import { claimList } from "../../annotations/model/claim-list.ts";
import type { ClaimId, SourceId } from "../../annotations/model/id.ts";
import type { Project } from "../../annotations/model/project.ts";
import { plainText } from "./text-table.ts";

/** The claims with these claim IDs, as people see them, or ids; throws a `Failure` that lists what there is. */
export function claimsNamed(project: Project, names: readonly string[]): readonly ClaimId[] {
  const claims = claimList(project).map((claim) => ({ ...claim, names: [claim.id, claim.displayLabel] }));
  return found("claim", claims, names);
}

/** The sources with these ids, titles, outlets or file names; throws a `Failure` that lists what there is. */
export function sourcesNamed(project: Project, names: readonly string[]): readonly SourceId[] {
  const sources = project.sources.map(({ id, title, outlet, originalName }) => ({
    id,
    names: [id, title, outlet, originalName].filter((name) => name !== ""),
  }));
  return found("source", sources, names);
}

/** The names in a list with commas; undefined where no list was given. */
export function listed(text: string | undefined): readonly string[] | undefined {
  return text?.split(",").flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
}

interface Named<Id> {
  readonly id: Id;
  readonly names: readonly string[];
}

function found<Id>(kind: string, items: readonly Named<Id>[], names: readonly string[]): readonly Id[] {
  return names.flatMap((name) => {
    const fitting = items.filter((item) => item.names.some((one) => one.toLowerCase() === name.toLowerCase()));
    if (fitting.length > 0) return fitting.map(({ id }) => id);
    const known = items.map((item) => plainText(item.names[1] ?? item.names[0] ?? "")).join(", ") || "none";
    throw new Failure("refused", `There is no ${kind} ${plainText(name)} in this project. There is: ${known}.`);
  });
}

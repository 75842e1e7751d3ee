import { apply } from "../../../annotations/commands/apply.ts";
import type { SetCommand, SimpleCommand } from "../../../annotations/commands/command.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import { ClaimId, MarkId, newId } from "../../../annotations/model/id.ts";
import type { Mark } from "../../../annotations/model/mark.ts";
import { annotationSet, type Project } from "../../../annotations/model/project.ts";
import { newTag } from "../../../annotations/model/tag.ts";
import { now } from "../../../annotations/model/timestamp.ts";
import { addMark, syntheticClaims } from "../bench/synthetic-project.ts";
import { oneOf, type Random } from "../testing/random.ts";
import type { SeededRandom } from "../testing/seeded-random.ts";

/** A change to ask for. */
export interface PlannedChange {
  readonly command: SetCommand;
  /** The ids of the tags on the marks that it removes. */
  readonly tagsSeen: readonly string[];
}

/** Who plans, and which marks are theirs: no other process of the same analyst touches them. */
export interface Planner {
  readonly analyst: Analyst;
  readonly contenders: number;
  readonly place: number;
}

/**
 * Changes that fit one after the other: marks with tags, further tags, removals, claims, and several of these as one.
 * None changes or removes what another of them has made, so that whoever asks for a removal has seen it saved.
 */
export function planChanges(
  project: Project,
  planner: Planner,
  count: number,
  random: SeededRandom,
): readonly PlannedChange[] {
  const changes: PlannedChange[] = [];
  const saved = new Set(ownMarks(project, planner));
  let reached = project;
  for (let n = 0; n < count; n++) {
    const change = random.chance(0.15)
      ? batch(reached, planner, saved, random)
      : single(planOne(reached, planner, saved, random), reached);
    reached = apply(reached, change.command);
    changes.push(change);
  }
  return changes;
}

function single(command: SimpleCommand, project: Project): PlannedChange {
  return { command, tagsSeen: tagsGone(command, project) };
}

/** Any change, and new marks and claims with it. */
function batch(project: Project, planner: Planner, saved: ReadonlySet<Mark>, random: SeededRandom): PlannedChange {
  const first = planOne(project, planner, saved, random);
  const commands: SimpleCommand[] = [first];
  for (let n = 1 + random.below(3); n > 0; n--) {
    const reached = commands.reduce(apply, project);
    commands.push(random.chance(0.3) ? newClaim(madeBy(planner)) : newMark(reached, planner, random));
  }
  return {
    command: { kind: "batch", analyst: first.analyst, at: first.at, commands },
    tagsSeen: tagsGone(first, project),
  };
}

function planOne(project: Project, planner: Planner, saved: ReadonlySet<Mark>, random: SeededRandom): SimpleCommand {
  const made = madeBy(planner);
  const chance = random.below(100);
  const marks = ownMarks(project, planner).filter((one) => saved.has(one));
  const mark = marks[random.below(Math.max(marks.length, 1))];
  if (chance < 10) return newClaim(made);
  if (mark === undefined || chance < 45) return newMark(project, planner, random);
  if (chance < 70) {
    const tag = newTag(oneOf(claimsOf(project), fractions(random)), "supports");
    return { kind: "put-tag", ...made, markId: mark.id, index: 0, tag };
  }
  const [tag] = mark.tags;
  if (tag !== undefined && chance < 80) return { kind: "remove-tag", ...made, markId: mark.id, tagId: tag.id };
  return { kind: "remove-mark", ...made, markId: mark.id };
}

function newMark(project: Project, planner: Planner, random: SeededRandom): SimpleCommand {
  const claims = claimsOf(project);
  if (claims.length === 0) return newClaim(madeBy(planner));
  const { mark } = addMark(project.sources, claims, fractions(random));
  return { kind: "add-mark", ...madeBy(planner), mark: { ...mark, id: ownId(planner) } };
}

function newClaim(made: Pick<SimpleCommand, "analyst" | "at">): SimpleCommand {
  const [claim] = syntheticClaims(1);
  if (claim === undefined) throw new Error("one claim was to be made");
  const id = newId(ClaimId);
  return { kind: "put-claim", ...made, claim: { ...claim, id, label: `C${id.slice(0, 8)}` } };
}

function ownMarks(project: Project, planner: Planner): readonly Mark[] {
  const marks = annotationSet(project, planner.analyst.id)?.marks ?? [];
  return planner.contenders === 1 ? marks : marks.filter(({ id }) => isOwn(id, planner));
}

function ownId(planner: Planner): MarkId {
  for (;;) {
    const id = newId(MarkId);
    if (isOwn(id, planner)) return id;
  }
}

function isOwn(id: MarkId, { contenders, place }: Planner): boolean {
  return Number.parseInt(id.slice(-6), 16) % contenders === place;
}

function tagsGone(command: SimpleCommand, { sets }: Project): readonly string[] {
  if (command.kind !== "remove-mark") return [];
  const marks = sets.find(({ analyst }) => analyst.id === command.analyst)?.marks ?? [];
  return marks.find(({ id }) => id === command.markId)?.tags.map(({ id }) => id) ?? [];
}

function claimsOf({ sets }: Project): readonly ClaimId[] {
  return sets.flatMap(({ claims }) => claims.map(({ id }) => id));
}

function madeBy({ analyst }: Planner): Pick<SimpleCommand, "analyst" | "at"> {
  return { analyst: analyst.id, at: now() };
}

/** The same chance in the shape that the made-up projects take. */
function fractions(random: SeededRandom): Random {
  return () => random.below(2 ** 30) / 2 ** 30;
}

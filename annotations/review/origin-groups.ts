import type { AnalystId, SourceId } from "../model/id.ts";
import type { OriginVerdict } from "../model/origin-verdict.ts";
import { annotationSet, type Project } from "../model/project.ts";
import { sameSpeakerKey } from "../model/speaker-names.ts";
import type { Independence } from "./origins.ts";

/** Sources that print the text of one agency, as their details say. */
interface DeclaredAgency {
  readonly name: string;
  readonly sources: readonly SourceId[];
}

/** At least two sources that are one origin, and why. Sources are in the order of the project. */
export interface OriginGroup {
  readonly sources: readonly SourceId[];
  readonly agencies: readonly DeclaredAgency[];
  /** The pairs that the analyst found to be one origin. */
  readonly confirmed: readonly OriginVerdict[];
  /** The pairs that the analyst found to be independent, and that other reasons join all the same. */
  readonly contradicted: readonly OriginVerdict[];
}

/** Which sources are one origin as one analyst sees it. */
export interface Origins {
  readonly groups: readonly OriginGroup[];
  readonly independence: Independence;
}

const NO_VERDICTS: readonly OriginVerdict[] = [];

/**
 * Groups the sources of a project into origins: those that name the same agency, under any of its names that the project
 * knows, those that the analyst has found to be one origin, and all that are joined through others. A source that was taken
 * out of view still joins those that it was found to be one origin with.
 */
export function originGroups({ file, sources, sets }: Project, analyst: AnalystId): Origins {
  const speakerOf = (name: string) => sameSpeakerKey(file.speakers, name);
  const verdicts = annotationSet({ file, sources, sets }, analyst)?.originVerdicts ?? NO_VERDICTS;
  const agencies = agenciesOf(sources, speakerOf);
  const joined = new Joined(sources.map(({ id }) => id));
  const confirmed = verdicts.filter(({ verdict }) => verdict === "one-origin");
  for (const { a, b } of confirmed) joined.join(a, b);
  for (const agency of agencies) for (const source of agency.sources) joined.join(agency.sources[0] ?? source, source);
  const sourceOf = (source: SourceId) => joined.first(source);
  const groups = joined.groups().map((members): OriginGroup => {
    const has = new Set(members);
    return {
      sources: members,
      agencies: agencies.filter(({ sources: [first] }) => first && has.has(first)),
      confirmed: confirmed.filter(({ a, b }) => has.has(a) && has.has(b)),
      contradicted: verdicts.filter(({ a, b, verdict }) => verdict === "independent" && has.has(a) && has.has(b)),
    };
  });
  return { groups, independence: { speakerOf, sourceOf } };
}

/** The agencies that at least two sources name, each by the name that the first of them uses. */
function agenciesOf(sources: Project["sources"], keyOf: (name: string) => string): readonly DeclaredAgency[] {
  const agencies = new Map<string, { readonly name: string; readonly sources: SourceId[] }>();
  for (const { id, agency = "" } of sources) {
    const key = keyOf(agency);
    if (key === "") continue;
    const known = agencies.get(key);
    if (known) known.sources.push(id);
    else agencies.set(key, { name: agency.trim(), sources: [id] });
  }
  return [...agencies.values()].filter((agency) => agency.sources.length > 1);
}

/** Disjoint sets of sources, of which each is known by the one that comes first (Galler & Fischer 1964). */
class Joined {
  readonly #places: ReadonlyMap<SourceId, number>;
  readonly #parents: number[];
  readonly #sources: readonly SourceId[];

  constructor(sources: readonly SourceId[]) {
    this.#sources = sources;
    this.#places = new Map(sources.map((source, i) => [source, i]));
    this.#parents = sources.map((_, i) => i);
  }

  /** Joins the sets of two sources; of a source that is not there nothing is known. */
  join(a: SourceId, b: SourceId): void {
    const [one, other] = [this.#places.get(a), this.#places.get(b)];
    if (one === undefined || other === undefined) return;
    const [x, y] = [this.#root(one), this.#root(other)];
    this.#parents[Math.max(x, y)] = Math.min(x, y);
  }

  /** The first source of the set that holds this one; the source itself where it is not there. */
  first(source: SourceId): SourceId {
    const place = this.#places.get(source);
    return (place !== undefined && this.#sources[this.#root(place)]) || source;
  }

  /** The sets of at least two sources. */
  groups(): readonly (readonly SourceId[])[] {
    const groups = new Map<SourceId, SourceId[]>();
    for (const source of this.#sources) {
      const group = groups.get(this.first(source));
      if (group) group.push(source);
      else groups.set(this.first(source), [source]);
    }
    return [...groups.values()].filter((group) => group.length > 1);
  }

  #root(place: number): number {
    let root = place;
    for (let parent = this.#parents[root]; parent !== undefined && parent !== root; parent = this.#parents[root]) {
      root = parent;
    }
    this.#parents[place] = root;
    return root;
  }
}

import { create } from "zustand";
import type { Analyst } from "../../annotations/model/analyst.ts";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import type { AnalystId, MarkId, SourceId } from "../../annotations/model/id.ts";
import { initialsOf } from "../../annotations/model/initials.ts";
import { endOf, type Mark, startOf } from "../../annotations/model/mark.ts";
import { openSources } from "../../annotations/model/project.ts";
import { isBlind } from "../session/blindness.ts";
import { type Desk, desk, setDesk } from "../session/desk.ts";

/** One other analyst's marks in a text, under each other in lanes. */
export interface Lane {
  readonly analyst: Analyst;
  readonly initials: string;
  /** In reading order. */
  readonly marks: readonly Mark[];
}

/** A mark of somebody else, to be read. */
export interface OtherMark {
  readonly analyst: Analyst;
  readonly mark: Mark;
}

interface Comparing {
  /** Whether the texts show others' marks. */
  readonly isOn: boolean;
  /** Whose lanes are put aside. */
  readonly hidden: ReadonlySet<AnalystId>;
  /** The mark whose card is open, by whose mark it is. */
  readonly shown: { readonly analyst: AnalystId; readonly markId: MarkId; readonly takesFocus: boolean } | null;
}

export const useComparing = create<Comparing>(() => ({ isOn: false, hidden: new Set(), shown: null }));

const NO_MARKS: readonly Mark[] = [];
const NO_LANES: readonly Lane[] = [];
const grouped = new WeakMap<readonly Mark[], ReadonlyMap<SourceId, readonly Mark[]>>();

/** The same list as long as the set's marks are the same. */
function marksOf({ marks }: AnnotationSet, source: SourceId): readonly Mark[] {
  const groups = grouped.get(marks) ?? bySource(marks);
  grouped.set(marks, groups);
  return groups.get(source) ?? NO_MARKS;
}

function bySource(marks: readonly Mark[]): ReadonlyMap<SourceId, readonly Mark[]> {
  const groups = new Map<SourceId, Mark[]>();
  for (const mark of marks) {
    const group = groups.get(mark.sourceId);
    if (group) group.push(mark);
    else groups.set(mark.sourceId, [mark]);
  }
  return groups;
}

/** The lanes that a text can show now: of everybody else who has marked it, in the order of their sets. None while it is blind. */
export function lanesIn(state: Pick<Desk, "project" | "analyst">, source: SourceId): readonly Lane[] {
  const { project, analyst } = state;
  if (project.sets.length < 2 || isBlind(state, source)) return NO_LANES;
  const initials = initialsOf(project.sets.map((set) => set.analyst));
  return project.sets.flatMap((set): readonly Lane[] => {
    const marks = marksOf(set, source);
    if (set.analyst.id === analyst.id || marks.length === 0) return [];
    return [{ analyst: set.analyst, initials: initials.get(set.analyst.id) ?? "", marks }];
  });
}

/** The lanes that a text shows: while analysts are compared, those that are not put aside. */
export function shownLanes(state: Pick<Desk, "project" | "analyst">, source: SourceId): readonly Lane[] {
  const { isOn, hidden } = useComparing.getState();
  return isOn ? lanesIn(state, source).filter(({ analyst }) => !hidden.has(analyst.id)) : NO_LANES;
}

/** The texts in view that can show somebody else's marks. */
export function comparableSources(state: Pick<Desk, "project" | "analyst">): readonly SourceId[] {
  return openSources(state.project)
    .map(({ id }) => id)
    .filter((id) => lanesIn(state, id).length > 0);
}

/** Shows others' marks in the texts, or no longer. */
export function toggleComparing(): void {
  const isOn = !useComparing.getState().isOn;
  useComparing.setState({ isOn, shown: null });
  setDesk({ news: isOn ? "The others’ marks stand below the lines." : "Only your own marks are shown." });
}

/** Puts an analyst's lane aside, or takes it back. */
export function toggleLane(id: AnalystId): void {
  const { hidden } = useComparing.getState();
  const without = new Set([...hidden].filter((other) => other !== id));
  useComparing.setState({ hidden: without.size < hidden.size ? without : without.add(id), shown: null });
}

/** Others' marks at a place of a text, the shortest first; touching an end counts. */
export function othersAt(source: SourceId, start: number, end: number): readonly OtherMark[] {
  return shownLanes(desk(), source)
    .flatMap(({ analyst, marks }) => marks.map((mark) => ({ analyst, mark })))
    .filter(({ mark }) => mark.ranges.some((range) => range.start <= end && start <= range.end))
    .sort((a, b) => extent(a.mark) - extent(b.mark));
}

function extent(mark: Mark): number {
  return endOf(mark) - startOf(mark);
}

/** Opens the card of somebody else's mark, in the place of one's own. */
export function showOther({ analyst, mark }: OtherMark, takesFocus: boolean): void {
  setDesk({ cardOpen: false });
  useComparing.setState({ shown: { analyst: analyst.id, markId: mark.id, takesFocus } });
}

export function closeOther(): void {
  useComparing.setState({ shown: null });
}

/** The mark whose card is open, as long as it may be seen and is there. */
export function shownOther(
  state: Pick<Desk, "project" | "analyst">,
  { shown }: Pick<Comparing, "shown">,
): OtherMark | undefined {
  const set = shown ? state.project.sets.find(({ analyst }) => analyst.id === shown.analyst) : undefined;
  const mark = set?.marks.find(({ id }) => id === shown?.markId);
  return set && set.analyst.id !== state.analyst.id && mark && !isBlind(state, mark.sourceId)
    ? { analyst: set.analyst, mark }
    : undefined;
}

/** A click takes the innermost of others' marks under the pointer, a further click there the next one out; without any their card closes. */
export function openOtherFor(source: SourceId, ids: readonly MarkId[]): void {
  const others = shownLanes(desk(), source).flatMap(({ analyst, marks }) => marks.map((mark) => ({ analyst, mark })));
  const here = ids.flatMap((id) => others.find(({ mark }) => mark.id === id) ?? []);
  const at = here.findIndex(({ mark }) => mark.id === useComparing.getState().shown?.markId);
  const next = here[(at + 1) % here.length];
  if (next) showOther(next, false);
  else closeOther();
}

/** Enter at a caret opens the card of the shortest mark of others there; again, of the next one. */
export function openOtherAt(source: SourceId, offset: number): void {
  const here = othersAt(source, offset, offset);
  const { shown } = useComparing.getState();
  const at = here.findIndex(({ mark }) => mark.id === shown?.markId);
  const next = here[(at + 1) % here.length];
  if (next) showOther(next, true);
}

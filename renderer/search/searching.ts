import { create } from "zustand";
import type { SourceId } from "../../annotations/model/id.ts";
import { openSources, sourceById } from "../../annotations/model/project.ts";
import type { Stance } from "../../annotations/model/stance.ts";
import type { Hit, Query } from "../../annotations/search/query.ts";
import { rangesOfSelection } from "../../annotations/text/selection.ts";
import { startPassages } from "../marks/passages.ts";
import { revealPane } from "../panes/arranging.ts";
import { focusLastText, lastFocusedText, selectPassage, showPassage } from "../reading/text-views.ts";
import { desk, setDesk } from "../session/desk.ts";
import { sentenceOf } from "../session/sentence.ts";
import { type Found, runSearch } from "./run-search.ts";

/** A hit and the source that it is in. */
export interface Place extends Hit {
  readonly sourceId: SourceId;
}

/** The search as it stands; closing its panel keeps it. */
interface Searching {
  readonly query: Query;
  /** The one source that is searched; null for all. */
  readonly only: SourceId | null;
  readonly found: readonly Found[];
  /** One sentence on why there are no hits although something was asked. */
  readonly refusal: string | null;
  readonly running: boolean;
  /** The hit that was stepped to, as its place among all hits; -1 before the first. */
  readonly current: number;
  /** The names of the hits that are ticked. */
  readonly ticked: ReadonlySet<string>;
}

export const useSearch = create<Searching>(() => ({
  query: { words: "", matchCase: false, wholeWords: false, expression: false },
  only: null,
  found: [],
  refusal: null,
  running: false,
  current: -1,
  ticked: new Set(),
}));

/** What a hit is called among the ticked ones. */
export function nameOf({ sourceId, start, end }: Place): string {
  return `${sourceId} ${start} ${end}`;
}

/** Every hit in the order of the sources and of their texts. */
export function allHits(found: readonly Found[]): readonly Place[] {
  return found.flatMap(({ sourceId, hits }) => hits.map((hit) => ({ sourceId, ...hit })));
}

export function openSearch(): void {
  const words = selectedWords();
  setDesk({ view: "read", panel: { kind: "search" }, cardOpen: false });
  if (words !== "") ask({ query: { ...useSearch.getState().query, words, expression: false } });
  const field = document.getElementById("search-field");
  if (field instanceof HTMLInputElement) field.select();
}

/** What is selected in a text, where it is short enough to be searched for. */
function selectedWords(): string {
  const selection = document.getSelection();
  const inText = selection?.anchorNode?.parentElement?.closest(".text");
  const words = inText ? selection?.toString().trim() : "";
  return words && words.length <= 100 && !words.includes("\n") ? words : "";
}

/** Leaves the search for the text, with the hit that was stepped to selected. */
export function closeSearch(): void {
  const { found, current } = useSearch.getState();
  const hit = allHits(found)[current];
  setDesk({ panel: null });
  if (hit) selectPassage(hit.sourceId, hit.start, hit.end);
  else focusLastText();
}

let running = new AbortController();

/** Searches for something else, or for the same in texts that have changed. */
export function ask(change: Partial<Pick<Searching, "query" | "only">>): void {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  useSearch.setState(change);
  const { query, only } = useSearch.getState();
  const sources = openSources(desk().project).filter(({ id }) => only === null || id === only);
  const outcome = runSearch(sources, query, signal);
  const take = (result: Awaited<typeof outcome>) => {
    if (signal.aborted) return;
    const found = result.kind === "found" ? result.found : [];
    const refusal = result.kind === "refused" ? result.reason : null;
    useSearch.setState({ found, refusal, running: false, current: -1, ticked: new Set() });
  };
  if (outcome instanceof Promise) {
    useSearch.setState({ running: true });
    outcome.then(take, (error: unknown) => take({ kind: "refused", reason: sentenceOf(error) }));
  } else take(outcome);
}

/** Searches only the text that had the focus last, or all again. */
export function searchOnlyHere(here: boolean): void {
  ask({ only: here ? (lastFocusedText() ?? openSources(desk().project)[0]?.id ?? null) : null });
}

/** Shows the next or the previous hit, around the ends. */
export function stepToHit(step: 1 | -1): void {
  const { found, current } = useSearch.getState();
  const count = allHits(found).length;
  if (count === 0 || desk().panel?.kind !== "search") return;
  goToHit(current === -1 ? (step === 1 ? 0 : count - 1) : (current + step + count) % count);
}

/** Shows a hit in its text; the focus stays where it is. */
export function goToHit(current: number): void {
  const hit = allHits(useSearch.getState().found)[current];
  if (!hit) return;
  useSearch.setState({ current });
  revealPane(hit.sourceId);
  showPassage(hit.sourceId, hit.start, hit.end);
}

export function tick(hits: readonly Place[], ticking: boolean): void {
  const ticked = new Set(useSearch.getState().ticked);
  for (const hit of hits) {
    if (ticking) ticked.add(nameOf(hit));
    else ticked.delete(nameOf(hit));
  }
  useSearch.setState({ ticked });
}

/** The hits that would be marked: the ticked ones, or else the one that was stepped to. */
export function chosenHits({ found, current, ticked }: Searching): readonly Place[] {
  const hits = allHits(found);
  const one = hits[current];
  return ticked.size > 0 ? hits.filter((hit) => ticked.has(nameOf(hit))) : one ? [one] : [];
}

/** Gives the chosen hits a stance and asks for their claim. */
export function markHits(stance: Stance): void {
  const passages = chosenHits(useSearch.getState()).map(({ sourceId, start, end }) => ({
    sourceId,
    ranges: rangesOfSelection(sourceById(desk().project, sourceId), start, end),
  }));
  startPassages(passages, stance);
}

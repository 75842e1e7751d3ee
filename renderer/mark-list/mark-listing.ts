import { create } from "zustand";
import type { Facet, ListedMark } from "../../annotations/mark-list/facets.ts";
import type { MarkFilter } from "../../annotations/mark-list/mark-filter.ts";
import type { AnalystId, MarkId, ProjectId } from "../../annotations/model/id.ts";
import { type BinnedMark, endOf, startOf } from "../../annotations/model/mark.ts";
import { dropBinned, restoreMark } from "../marks/bin.ts";
import { activate } from "../marks/marking.ts";
import { revealPane } from "../panes/arranging.ts";
import { flash, focusLastText, focusText, showPassage, visibleText } from "../reading/text-views.ts";
import { desk, setDesk } from "../session/desk.ts";
import { markOf } from "../session/selectors.ts";

/** The list of marks as it stands; closing its panel keeps it. */
interface MarkListing {
  /** The project that the rest belongs to; null before the list was first opened. */
  readonly projectId: ProjectId | null;
  readonly shelf: "marks" | "bin";
  readonly words: string;
  readonly chosen: Readonly<Partial<Record<Exclude<Facet, "analyst">, string>>>;
  /** Whose marks: those of the working analyst, of everyone, or of one analyst. */
  readonly whose: AnalystId | "everyone" | "own";
  /** The mark whose line has the focus, or had it last. */
  readonly at: MarkId | null;
  /** The mark that was shown in its text last. */
  readonly shown: ListedMark | null;
}

const START: MarkListing = {
  projectId: null,
  shelf: "marks",
  words: "",
  chosen: {},
  whose: "own",
  at: null,
  shown: null,
};

export const useMarkListing = create<MarkListing>(() => START);

/** What the list is narrowed to, apart from whose marks it holds. */
export function isNarrowed({ words, chosen }: MarkListing): boolean {
  return words.trim() !== "" || Object.keys(chosen).length > 0;
}

/** The filter that the list asks for; `own` is the working analyst. */
export function filterOf({ words, chosen, whose }: MarkListing, own: AnalystId): MarkFilter {
  if (whose === "everyone") return { words, chosen };
  return { words, chosen: { ...chosen, analyst: whose === "own" ? own : whose } };
}

/** Opens the list in the place of the claims, or closes it. Of another project it begins anew. */
export function toggleMarkList(): void {
  if (desk().panel?.kind === "marks") closeMarkList();
  else openMarkList();
}

function openMarkList(): void {
  const projectId = desk().project.file.id;
  if (useMarkListing.getState().projectId !== projectId) useMarkListing.setState({ ...START, projectId });
  setDesk({ view: "read", panel: { kind: "marks" }, cardOpen: false });
}

/** Leaves the list for the text, at the mark that was shown last. */
export function closeMarkList(): void {
  const { shown } = useMarkListing.getState();
  const there = markOf(desk(), shown?.mark.id ?? null);
  setDesk({ panel: null });
  if (there) focusText(there.sourceId, startOf(there));
  else focusLastText();
}

export function narrow(change: Partial<Pick<MarkListing, "words" | "chosen" | "whose" | "shelf">>): void {
  useMarkListing.setState(change);
}

/** Lists all marks again; whose they are stays. */
export function clearFilter(): void {
  narrow({ words: "", chosen: {} });
}

export function goToLine(at: MarkId): void {
  useMarkListing.setState({ at });
}

/** Shows a mark in its text and makes it the one that keys act on, where it is the analyst's own; the focus stays. */
export function showListed(listed: ListedMark): void {
  const { mark } = listed;
  const own = markOf(desk(), mark.id);
  revealPane(mark.sourceId);
  if (own) activate(own);
  showPassage(mark.sourceId, startOf(mark), endOf(mark));
  useMarkListing.setState({ at: mark.id, shown: listed });
  const text = visibleText(mark.sourceId);
  if (own && text) flash(text, own);
}

/** Brings a mark back and shows it. */
export function bringBack(mark: BinnedMark): void {
  if (!restoreMark(mark)) return;
  setDesk({ news: "The mark is back." });
  revealPane(mark.sourceId);
  showPassage(mark.sourceId, startOf(mark), endOf(mark));
}

/** Deletes marks of the bin for good, and says what that comes to. */
export function dropFromBin(marks: readonly BinnedMark[], news: string): void {
  if (dropBinned(marks)) setDesk({ news });
}

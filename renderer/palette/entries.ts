import type { ListedClaim } from "../../annotations/model/claim-list.ts";
import { openSources } from "../../annotations/model/project.ts";
import { type Source, sourceName } from "../../annotations/model/source.ts";
import { type Action, GROUPS, type Here } from "../actions/action.ts";
import { shownKey } from "../actions/combination.ts";
import { allActions, keysOf, runAction, whyNot } from "../actions/registry.ts";
import { revealPane } from "../panes/arranging.ts";
import { alignAt, show } from "../reading/align.ts";
import { showText } from "../reading/text-views.ts";
import { desk, setDesk } from "../session/desk.ts";
import { claimsOf } from "../session/selectors.ts";
import { searchPalette } from "./palette-search.ts";

/** Something that can be chosen in the palette. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly heading: string;
  readonly keys: readonly string[];
  /** Why it cannot be done now; null when it can. */
  readonly reason: string | null;
  run(): void;
}

/** Entries under one heading; without one where they are ranked. */
export interface Section {
  readonly heading: string | null;
  readonly entries: readonly Entry[];
}

/** How many of those used last stand at the top, and how many answers are shown. */
const USED = 5;
const MOST = 60;

const USED_LAST = "Used last";

/** What the palette lists for a query, where the person was before it opened. */
export function sectionsFor(query: string, here: Here): readonly Section[] {
  const used = desk().preferences.usedActions ?? [];
  const actions = allActions()
    .filter(({ id }) => id !== "palette.open")
    .map((action) => actionEntry(action, here));
  if (query.trim() === "") return grouped(actions, used);
  const entries = searchPalette([...actions, ...claimEntries(), ...sourceEntries()], query, used).slice(0, MOST);
  return entries.length === 0 ? [] : [{ heading: null, entries }];
}

function grouped(actions: readonly Entry[], used: readonly string[]): readonly Section[] {
  const last = used.flatMap((id) => actions.find((entry) => entry.id === id) ?? []).slice(0, USED);
  const sections = GROUPS.map((heading) => ({
    heading,
    entries: actions.filter((entry) => entry.heading === heading && !last.includes(entry)),
  }));
  return [{ heading: USED_LAST, entries: last }, ...sections].filter(({ entries }) => entries.length > 0);
}

function actionEntry(action: Action, here: Here): Entry {
  return {
    id: action.id,
    name: action.nameNow?.() ?? action.name,
    heading: action.group,
    keys: keysOf(action).map((key) => shownKey(key)),
    reason: whyNot(action, here),
    run: () => runAction(action, here),
  };
}

function claimEntries(): readonly Entry[] {
  return claimsOf(desk()).flatMap((claim) => [
    claimEntry(claim, "Align all texts at", "align", () => alignAt(claim.id, null)),
    claimEntry(claim, "Choose", "choose", () => setDesk({ activeClaim: claim.id })),
  ]);
}

function claimEntry(claim: ListedClaim, does: string, id: string, run: () => void): Entry {
  const name = `${does} ${claim.displayLabel}: ${claim.text}`;
  return { id: `${id} ${claim.id}`, name, heading: "Claims", keys: [], reason: null, run };
}

function sourceEntries(): readonly Entry[] {
  return openSources(desk().project).map((source) => ({
    id: `source ${source.id}`,
    name: `Go to ${nameOf(source)}`,
    heading: "Articles",
    keys: [],
    reason: null,
    run: () => goToSource(source),
  }));
}

function nameOf(source: Source): string {
  const name = sourceName(source);
  return source.title === "" || source.title === name ? name : `${name}: ${source.title}`;
}

function goToSource({ id }: Source): void {
  if (desk().view !== "read") show("read");
  // The view that is shown takes the focus first.
  requestAnimationFrame(() => {
    revealPane(id);
    showText(id);
  });
}

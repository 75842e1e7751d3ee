import type { HostEvent, Preferences } from "../../annotations/api/contract.ts";
import type { ClaimId, SourceId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import { openSources } from "../../annotations/model/project.ts";
import { activate } from "../marks/marking.ts";
import { focusText, showMark } from "../reading/text-views.ts";
import { redo, undo } from "../session/changes.ts";
import { desk, setDesk } from "../session/desk.ts";
import { openSession } from "../session/open-session.ts";
import { marksIn } from "../session/selectors.ts";
import { client } from "../session/transport.ts";

const THEMES = ["system", "light", "dark"] as const;

/** Remembers a choice on this machine and shows it at once. */
export function prefer(change: Partial<Preferences>): void {
  const preferences = { ...desk().preferences, ...change };
  setDesk({ preferences });
  client("preferences.set", preferences).catch((error: unknown) => {
    setDesk({
      notice: `This choice could not be remembered: ${error instanceof Error ? error.message : String(error)}`,
    });
  });
}

export function nextTheme(): void {
  const { theme } = desk().preferences;
  prefer({ theme: THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system" });
}

function changeTextSize(by: number): void {
  prefer({ textSize: Math.max(12, Math.min(26, desk().preferences.textSize + by)) });
}

/** Goes to a view once it is on the screen. */
export function show(view: "read" | "review"): void {
  setDesk({ view, cardOpen: false, picking: null });
}

/** Shows the first passage of a claim in every text, and makes the one in `first` active. */
export function alignAt(claimId: ClaimId, first: SourceId | null): void {
  show("read");
  requestAnimationFrame(() => {
    const passages = openSources(desk().project).flatMap((source) => firstPassage(source.id, claimId));
    for (const mark of passages) showMark(mark);
    const lead = passages.find((mark) => mark.sourceId === first) ?? passages[0];
    setDesk({ activeClaim: claimId });
    if (lead) activate(lead, lead.tags.find((tag) => tag.claimId === claimId)?.id ?? null);
    const focus = first ?? lead?.sourceId;
    if (focus) focusText(focus);
  });
}

function firstPassage(source: SourceId, claim: ClaimId): readonly Mark[] {
  const mark = marksIn(desk(), source).find((candidate) => candidate.tags.some((tag) => tag.claimId === claim));
  return mark ? [mark] : [];
}

/** Does what the host's menu or another window asks for. */
export function onHostEvent(event: HostEvent): void {
  if (event.kind === "session-changed") void openSession();
  else MENU_ACTIONS[event.action]();
}

const MENU_ACTIONS: Readonly<Record<Extract<HostEvent, { kind: "menu" }>["action"], () => void>> = {
  undo: () => undoOrType("undo"),
  redo: () => undoOrType("redo"),
  import: () => setDesk({ dialog: { kind: "import" } }),
  export: () => setDesk({ dialog: { kind: "export" } }),
  keys: () => setDesk({ dialog: { kind: "keys" } }),
  read: () => show("read"),
  review: () => show("review"),
  theme: nextTheme,
  larger: () => changeTextSize(1),
  smaller: () => changeTextSize(-1),
};

/** The menu's Undo serves a text field while somebody types there, and the project otherwise. */
function undoOrType(what: "undo" | "redo"): void {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) document.execCommand(what);
  else if (what === "undo") undo();
  else redo();
}

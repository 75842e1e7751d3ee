import type { Layout } from "../../annotations/layout/layout.ts";
import { pruned, withPane } from "../../annotations/layout/layout-change.ts";
import type { AnalystId, ProjectId } from "../../annotations/model/id.ts";
import { desk, setDesk, useDesk } from "../session/desk.ts";
import { sentenceOf } from "../session/sentence.ts";
import { client } from "../session/transport.ts";
import { firstInView, notePlaces, onPlaceChange } from "./scroll-places.ts";

/** How long nothing must have changed before the layout is handed to the host, in milliseconds. */
const QUIET = 500;

interface Wish {
  readonly projectId: ProjectId;
  readonly analystId: AnalystId;
  readonly layout: Layout;
}

/** Has the host remember how the panes are arranged and where each text stands. Call once. */
export function rememberLayout(): void {
  let wish: Wish | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function handOver(): void {
    clearTimeout(timer);
    if (wish === null) return;
    const { projectId, analystId, layout } = wish;
    wish = null;
    client("layout.set", { projectId, analystId, layout: mutable(layout) }).catch(tell);
  }

  function changed(): void {
    wish = wishOf();
    clearTimeout(timer);
    timer = setTimeout(handOver, QUIET);
  }

  useDesk.subscribe((state, former) => {
    if (state.analyst.id !== former.analyst.id || state.project.file.id !== former.project.file.id) handOver();
    else if (state.layout !== former.layout) changed();
  });
  onPlaceChange(changed);
  const leave = () => {
    notePlaces();
    handOver();
  };
  window.addEventListener("pagehide", leave);
  window.addEventListener("beforeunload", leave);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && leave());
}

function wishOf(): Wish {
  const { project, analyst, layout } = desk();
  const whole = [...firstInView()].reduce((known, [id, at]) => withPane(known, id, { at }), layout);
  return { projectId: project.file.id, analystId: analyst.id, layout: pruned(whole, project.sources) };
}

/** What crosses to the host has lists that may be changed. */
function mutable({ order, panes, pinnedClaims = [], foldedClaims = [], ...more }: Layout) {
  const lists = { order: [...order], panes: [...panes] };
  return { ...more, ...lists, pinnedClaims: [...pinnedClaims], foldedClaims: [...foldedClaims] };
}

let told = false;

/** Says once that layouts cannot be remembered; the work itself goes on. */
function tell(error: unknown): void {
  if (told || desk().saving.kind === "failed") return;
  told = true;
  setDesk({ notice: `How the articles are arranged could not be remembered: ${sentenceOf(error)}` });
}

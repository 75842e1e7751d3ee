import type { Source } from "../../annotations/model/source.ts";
import { type Desk, desk, useDesk } from "../session/desk.ts";
import { claimOf, claimsOf } from "../session/selectors.ts";
import { type Lane, shownLanes, useComparing } from "./comparing.ts";
import type { LanePainter } from "./lane-painting.ts";

/** Keeps the lanes of a text painted as the desk has them, in its `place`, until the returned function is called. */
export function paintLanes(source: Source, place: HTMLElement, painter: LanePainter): () => void {
  let shown = lookOf(desk(), source);
  const draw = () => {
    place.toggleAttribute("data-compared", shown.lanes.length > 0);
    painter.paint({ ...shown, claimName: (id) => claimOf(desk(), id)?.displayLabel ?? "?" });
  };
  const follow = () => {
    const next = lookOf(desk(), source);
    if (isSame(shown, next)) return;
    shown = next;
    draw();
  };
  draw();
  const stops = [useDesk.subscribe(follow), useComparing.subscribe(follow)];
  return () => {
    for (const stop of stops) stop();
    painter.destroy();
  };
}

interface Look {
  readonly lanes: readonly Lane[];
  readonly shown: ReturnType<typeof shownIn>;
  /** Names come from the claims. */
  readonly claims: readonly unknown[];
}

function lookOf(state: Desk, source: Source): Look {
  return { lanes: shownLanes(state, source.id), shown: shownIn(), claims: claimsOf(state) };
}

function shownIn() {
  return useComparing.getState().shown?.markId ?? null;
}

function isSame(a: Look, b: Look): boolean {
  if (a.shown !== b.shown || a.claims !== b.claims || a.lanes.length !== b.lanes.length) return false;
  return a.lanes.every((lane, i) => {
    const other = b.lanes[i];
    return other?.marks === lane.marks && other.initials === lane.initials && other.analyst.name === lane.analyst.name;
  });
}

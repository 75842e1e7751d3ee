import type { ReactNode } from "react";
import type { SourceId } from "../../annotations/model/id.ts";
import { ActionKey } from "../actions/ActionKey.tsx";
import { Key } from "../controls/Key.tsx";
import { type Moving, useDesk } from "../session/desk.ts";
import { dropPiece, keepBoundaries, leaveBoundaries, moveEdge, movingIn, nextEdge } from "./boundaries.ts";
import { edgeWords } from "./edge-words.ts";
import { leaveMerging, mergingIn } from "./merging.ts";

/** What is under way at a mark of this text, with the keys for it; a pointer can press them too, unless it drags. */
export function BoundaryBar({ sourceId }: { readonly sourceId: SourceId }) {
  const moving = useDesk((state) => (movingIn(state)?.mark.sourceId === sourceId ? movingIn(state) : null));
  const merging = useDesk((state) => mergingIn(state)?.sourceId === sourceId);
  return (
    <>
      <p className="sr-only" role="status" aria-label="Boundaries">
        {moving &&
          `${edgeWords(moving.mark.ranges, moving.edge)}. Arrows move it, Tab takes the other end, Enter keeps.`}
        {merging && MERGE_WITH}
      </p>
      {moving && !moving.dragged && <MovingBar moving={moving} />}
      {merging && !moving && <MergingBar />}
    </>
  );
}

const MERGE_WITH = "Go to the mark to merge with, then press J.";

function MovingBar({ moving: { mark, edge } }: { readonly moving: Moving }) {
  return (
    <Bar name="Move the boundaries">
      <strong>{edge.side === "end" ? "End" : "Start"}</strong>
      <button type="button" title="Back by a word; with Alt by a character" onClick={(event) => step(-1, event)}>
        <Key>←</Key>
      </button>
      <button type="button" title="Forward by a word; with Alt by a character" onClick={(event) => step(1, event)}>
        <Key>→</Key>
      </button>
      <button type="button" onClick={nextEdge}>
        {mark.ranges.length > 1 ? "next end" : edge.side === "end" ? "start" : "end"} <Key>Tab</Key>
      </button>
      {mark.ranges.length > 1 && (
        <button type="button" onClick={dropPiece}>
          remove piece <Key>Del</Key>
        </button>
      )}
      <button type="button" onClick={keepBoundaries}>
        keep <Key>Enter</Key>
      </button>
      <button type="button" onClick={leaveBoundaries}>
        leave <Key>Esc</Key>
      </button>
      <span className="hint">
        <Key>Alt</Key> exact
      </span>
    </Bar>
  );
}

function MergingBar() {
  return (
    <Bar name="Merge marks">
      <span>
        Merge with: go to that mark (<ActionKey id="mark.next" /> <ActionKey id="mark.previous" /> or click), then{" "}
        <ActionKey id="mark.merge" />
      </span>
      <button type="button" onClick={leaveMerging}>
        leave <Key>Esc</Key>
      </button>
    </Bar>
  );
}

function Bar({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    // The text keeps the focus, whose keys do the same.
    <div className="boundary-bar" role="toolbar" aria-label={name} onMouseDown={(event) => event.preventDefault()}>
      {children}
    </div>
  );
}

function step(direction: 1 | -1, { altKey }: { readonly altKey: boolean }): void {
  moveEdge(direction, altKey ? "character" : "word");
}

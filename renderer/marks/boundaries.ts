import type { MarkId } from "../../annotations/model/id.ts";
import { compareMarks, type Mark } from "../../annotations/model/mark.ts";
import { sourceById } from "../../annotations/model/project.ts";
import { type Edge, edgeAfter, edgeMoved, edgePut, type Unit } from "../../annotations/text/boundary.ts";
import { samePlaces, united } from "../../annotations/text/pieces.ts";
import { mayChange, perform, stamp } from "../session/changes.ts";
import { type Desk, desk, type Moving, setDesk } from "../session/desk.ts";
import { markOf } from "../session/selectors.ts";

/** What is being moved; null when the mark is gone or another one has become active since. */
export function movingIn(state: Desk): Moving | null {
  const { moving, activeMark } = state;
  return moving && moving.mark.id === activeMark && markOf(state, activeMark) ? moving : null;
}

/** Marks as they are to be painted: the one whose boundaries are being moved as it will be. Keeps reading order. */
export function withMoving(state: Desk, marks: readonly Mark[]): readonly Mark[] {
  const moved = movingIn(state)?.mark;
  if (!moved || !marks.some(({ id }) => id === moved.id)) return marks;
  return marks.map((mark) => (mark.id === moved.id ? moved : mark)).sort(compareMarks);
}

/** Begins to move the boundaries of a mark: the edge that the pointer has taken, or the end of its last piece first. */
export function beginMoving(markId: MarkId, taken?: Edge): void {
  const mark = markOf(desk(), markId);
  if (!mark || !mayChange()) return;
  const edge = taken ?? { piece: mark.ranges.length - 1, side: "end" };
  setDesk({
    moving: { mark, edge, dragged: taken !== undefined },
    activeMark: mark.id,
    cardOpen: false,
    merging: null,
  });
}

/** Moves the edge by one word or character in reading order (1) or against it (-1). */
export function moveEdge(direction: 1 | -1, unit: Unit): void {
  change(({ mark, edge }) => edgeMoved(sourceOf(mark), mark.ranges, edge, direction, unit));
}

/** Puts the edge at a place of the text (code points). */
export function putEdge(offset: number, unit: Unit): void {
  change(({ mark, edge }) => edgePut(sourceOf(mark), mark.ranges, edge, offset, unit));
}

/** Goes to the next edge of the mark. */
export function nextEdge(): void {
  const moving = movingIn(desk());
  if (moving) setDesk({ moving: { ...moving, edge: edgeAfter(moving.mark.ranges, moving.edge) } });
}

/** Takes the piece whose edge moves out of the mark, whose last piece stays. */
export function dropPiece(): void {
  const moving = movingIn(desk());
  if (!moving || moving.mark.ranges.length < 2) return;
  const { mark, edge } = moving;
  const ranges = mark.ranges.toSpliced(edge.piece, 1);
  const piece = Math.min(edge.piece, ranges.length - 1);
  setDesk({ moving: { ...moving, mark: { ...mark, ranges }, edge: { ...edge, piece } } });
}

/** Ends the moving and makes it so, as one step; pieces that have come together become one. */
export function keepBoundaries(): void {
  const moving = movingIn(desk());
  const mark = markOf(desk(), moving?.mark.id ?? null);
  setDesk({ moving: null });
  if (!moving || !mark) return;
  const ranges = united(sourceOf(mark), moving.mark.ranges);
  if (samePlaces(ranges, mark.ranges)) return;
  const name = moving.mark.ranges.length < mark.ranges.length ? "removing a piece" : "moving a boundary";
  perform(name, { kind: "put-ranges", ...stamp(), markId: mark.id, ranges });
}

/** Ends the moving and leaves the mark as it was. */
export function leaveBoundaries(): void {
  setDesk({ moving: null });
}

function change(rangesOf: (moving: Moving) => Mark["ranges"]): void {
  const moving = movingIn(desk());
  if (!moving) return;
  const ranges = rangesOf(moving);
  if (ranges !== moving.mark.ranges) setDesk({ moving: { ...moving, mark: { ...moving.mark, ranges } } });
}

function sourceOf(mark: Mark) {
  return sourceById(desk().project, mark.sourceId);
}

import type { CSSProperties, DragEvent, KeyboardEvent } from "react";
import type { ClaimNode } from "../../annotations/model/claim-tree.ts";
import type { ClaimId } from "../../annotations/model/id.ts";
import { desk, setDesk, useDesk } from "../session/desk.ts";
import { claimTreeOf, isReadOnly } from "../session/selectors.ts";
import {
  type Move,
  moveClaim,
  pinnedClaims,
  placeClaim,
  siblingsOf,
  toggleFold,
  togglePin,
} from "./arranging-claims.ts";
import { ClaimDot } from "./ClaimDot.tsx";
import { ClaimSigns } from "./ClaimSigns.tsx";
import type { RailRow } from "./rail-rows.ts";

interface Props {
  readonly row: RailRow;
  readonly index: number;
  /** Whether the list is an answer to a query, not the tree. */
  readonly flat: boolean;
  measure(element: HTMLElement | null): void;
}

/** One claim in the list: choose it, edit it, move it by key or by dragging, pin it, show or hide its parts. */
export function ClaimRow({ row, index, flat, measure }: Props) {
  const { node, folded } = row;
  const { claim } = node;
  const active = useDesk((state) => state.activeClaim === claim.id);
  const readOnly = useDesk(isReadOnly);
  const level = row.pinned || flat ? 1 : node.level;
  const style: CSSProperties & Record<"--level", number> = { "--level": Math.min(level, DEEPEST) - 1 };
  return (
    <li
      ref={measure}
      data-index={index}
      data-row={row.key}
      className={[active ? "active" : "", row.pinned ? "pinned" : ""].filter(Boolean).join(" ")}
      style={style}
      draggable={!readOnly}
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, claim.id)}
      onDragOver={onDragOver}
      onDragLeave={({ currentTarget }) => delete currentTarget.dataset.drop}
      onDrop={(event) => onDrop(event, node)}
    >
      {node.children.length > 0 && level === node.level && !flat && !row.pinned && <Fold node={node} folded={folded} />}
      <button
        type="button"
        className="claim"
        data-claim={claim.id}
        aria-pressed={active}
        title={hint(node)}
        onKeyDown={(event) => onKey(event, row)}
        onClick={() => setDesk({ activeClaim: active ? null : claim.id })}
      >
        <span className="claim-name">
          <ClaimDot claimId={claim.id} />
          <span className="claim-label">{claim.displayLabel}</span>
        </span>
        <span className="claim-text" dir="auto">
          {claim.text}
        </span>
        {node.parent && <span className="sr-only">part of {node.parent.claim.displayLabel}. </span>}
        <ClaimSigns claim={claim} />
      </button>
      <Pin id={claim.id} label={claim.displayLabel} />
      <button
        type="button"
        className="icon small edit"
        aria-label={`Edit ${claim.displayLabel}`}
        title="Edit, merge, split or delete (E)"
        onClick={() => edit(claim.id)}
      >
        <span aria-hidden="true">⋯</span>
      </button>
    </li>
  );
}

/** Deeper than this the lines are not indented any further, so that there is room for words. */
const DEEPEST = 6;

function Fold({ node, folded }: { readonly node: ClaimNode; readonly folded: boolean }) {
  const parts = node.children.length === 1 ? "1 part" : `${node.children.length} parts`;
  return (
    <button
      type="button"
      className="icon small fold"
      tabIndex={-1}
      aria-expanded={!folded}
      aria-label={`${parts} of ${node.claim.displayLabel}`}
      title={folded ? `Show ${parts} (→)` : `Hide ${parts} (←)`}
      onClick={() => toggleFold(node.claim.id)}
    >
      <span aria-hidden="true">{folded ? "▸" : "▾"}</span>
    </button>
  );
}

function Pin({ id, label }: { readonly id: ClaimId; readonly label: string }) {
  const pinned = useDesk((state) => pinnedClaims(state).includes(id));
  return (
    <button
      type="button"
      className="icon small pin"
      tabIndex={-1}
      aria-pressed={pinned}
      aria-label={`Pin ${label}`}
      title={pinned ? "Unpin (P)" : "Pin: keep it first (P)"}
      onClick={() => togglePin(id)}
    >
      <span aria-hidden="true">{pinned ? "★" : "☆"}</span>
    </button>
  );
}

function hint({ claim, children }: ClaimNode): string {
  const { text, include, exclude, note } = claim;
  const codebook = [include && `Include: ${include}`, exclude && `Exclude: ${exclude}`, note];
  const parts = children.length > 0 ? `${children.length} ${children.length === 1 ? "part" : "parts"}` : "";
  return [text, ...codebook, parts].filter(Boolean).join("\n\n");
}

function edit(claimId: ClaimId): void {
  setDesk({ dialog: { kind: "claim", claimId } });
}

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "out",
  ArrowRight: "in",
};

function onKey(event: KeyboardEvent<HTMLElement>, { node, folded, pinned }: RailRow): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { id } = node.claim;
  const move = event.altKey ? MOVES[event.key] : undefined;
  const key = event.key.toLowerCase();
  if (move) moveAndStay(event.currentTarget, id, move);
  else if (event.altKey) return;
  else if (key === "p") togglePin(id);
  else if (key === "e") edit(id);
  else if (pinned || node.children.length === 0) return;
  else if ((key === "arrowright" && folded) || (key === "arrowleft" && !folded)) toggleFold(id);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** A line that changes its place on the page loses the focus on the way. */
function moveAndStay(button: HTMLElement, id: ClaimId, move: Move): void {
  moveClaim(id, move);
  requestAnimationFrame(() => {
    const list = document.querySelector(".claim-rows");
    const there = button.isConnected ? button : list?.querySelector<HTMLElement>(`[data-row="${id}"] button.claim`);
    there?.focus();
    there?.scrollIntoView({ block: "nearest" });
  });
}

const DRAGGED = "application/x-parallax-claim";

type Drop = "before" | "inside" | "after";

function dropAt({ clientY, currentTarget }: DragEvent<HTMLElement>): Drop {
  const { top, height } = currentTarget.getBoundingClientRect();
  const share = (clientY - top) / height;
  return share < 0.25 ? "before" : share > 0.75 ? "after" : "inside";
}

function onDragOver(event: DragEvent<HTMLElement>): void {
  if (!event.dataTransfer.types.includes(DRAGGED)) return;
  event.preventDefault();
  event.currentTarget.dataset.drop = dropAt(event);
}

function onDrop(event: DragEvent<HTMLElement>, target: ClaimNode): void {
  const drop = dropAt(event);
  delete event.currentTarget.dataset.drop;
  const wanted = event.dataTransfer.getData(DRAGGED);
  const dragged = [...claimTreeOf(desk()).nodes.values()].find(({ claim }) => claim.id === wanted);
  if (!dragged || dragged === target) return;
  event.preventDefault();
  if (drop === "inside") placeClaim(dragged.claim.id, target.claim.id, target.children.length);
  else {
    const others = siblingsOf(target).filter((node) => node !== dragged);
    placeClaim(dragged.claim.id, target.parent?.claim.id ?? null, others.indexOf(target) + (drop === "after" ? 1 : 0));
  }
}

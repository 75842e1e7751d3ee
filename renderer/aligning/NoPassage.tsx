import { type KeyboardEvent, useRef } from "react";
import type { EmptyState } from "../../annotations/model/cell-state.ts";
import type { ClaimId, SourceId } from "../../annotations/model/id.ts";
import { ActionKey } from "../actions/ActionKey.tsx";
import { hereNow } from "../actions/here.ts";
import { findAction, runKey } from "../actions/registry.ts";
import { focusText } from "../reading/text-views.ts";
import { setEmptyState } from "../review/evidence/cell-place.ts";
import { useDesk } from "../session/desk.ts";
import { claimOf, isReadOnly, matrix } from "../session/selectors.ts";
import { leaveAlignment } from "./alignment.ts";
import { alignedClaim } from "./passages.ts";
import "./aligning.css";

/** In a text without a passage for the aligned claim: says so, and takes what the analyst found. */
export function NoPassage({ sourceId }: { readonly sourceId: SourceId }) {
  const claimId = useDesk(alignedClaim);
  const label = useDesk((state) => (claimId ? claimOf(state, claimId)?.displayLabel : undefined));
  const state = useDesk((desk) => (claimId ? emptyState(desk, claimId, sourceId) : null));
  if (claimId === null || label === undefined || state === null) return null;
  return <Card place={{ claimId, sourceId }} label={label} state={state} />;
}

/** What is said of a cell without passages; null when it has some. */
function emptyState(desk: Parameters<typeof matrix>[0], claimId: ClaimId, sourceId: SourceId): EmptyState | null {
  const row = matrix(desk).rows.find(({ claim }) => claim.id === claimId);
  const cell = row?.cells.get(sourceId);
  return cell?.kind === "empty" ? cell.state : null;
}

interface CardProps {
  readonly place: { readonly claimId: ClaimId; readonly sourceId: SourceId };
  readonly label: string;
  readonly state: EmptyState;
}

function Card({ place, label, state }: CardProps) {
  const readOnly = useDesk(isReadOnly);
  const card = useRef<HTMLDivElement>(null);
  const say = (next: EmptyState) => {
    // The button that was pressed goes with its state; the card stays.
    card.current?.focus({ preventScroll: true });
    setEmptyState(place, next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and no card
    <div
      ref={card}
      className="no-passage"
      role="group"
      aria-label={`No passage for ${label}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the card takes N, A and U while it has the focus
      tabIndex={0}
      data-cell={`${place.claimId} ${place.sourceId}`}
      onKeyDown={(event) => onKey(event, place)}
    >
      <p>
        No passage for <b>{label}</b>
        {state !== "not-reviewed" && (
          <>
            {" · "}
            <span className="said">{SAID[state]}</span>
          </>
        )}
      </p>
      <div className="no-passage-actions">
        {state === "not-reviewed" ? (
          <>
            <button type="button" disabled={readOnly} onClick={() => say("not-mentioned")}>
              Not mentioned <ActionKey id="cell.not-mentioned" />
            </button>
            <button type="button" disabled={readOnly} onClick={() => say("not-applicable")}>
              Not applicable <ActionKey id="cell.not-applicable" />
            </button>
          </>
        ) : (
          <button type="button" disabled={readOnly} onClick={() => say("not-reviewed")}>
            Back to not reviewed <ActionKey id="cell.not-reviewed" />
          </button>
        )}
      </div>
    </div>
  );
}

const SAID = { "not-mentioned": "not mentioned", "not-applicable": "not applicable" } as const;

function onKey(event: KeyboardEvent<HTMLElement>, cell: CardProps["place"]): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    leaveAlignment();
    focusText(cell.sourceId);
    return;
  }
  const found = findAction(event.nativeEvent, ["cell"]);
  // Its passages would be opened side by side, but there are none, and Enter presses the button with the focus.
  if (!found || found.action.id === "cell.open") return;
  // The button that was pressed goes with its state; the card stays.
  event.currentTarget.focus({ preventScroll: true });
  runKey(event.nativeEvent, found, { ...hereNow(), cell });
}

import { useRef, useState } from "react";
import type { Decision } from "../../../annotations/agreement/adjudication/decision.ts";
import type { Disagreement, Saying } from "../../../annotations/agreement/disagreements/disagreements.ts";
import { sourceName } from "../../../annotations/model/source.ts";
import { useDesk } from "../../session/desk.ts";
import { ClaimTitle } from "../evidence/ClaimTitle.tsx";
import { type CellPlace, chooseForAll } from "../evidence/cell-place.ts";
import { CellSign } from "../matrix/CellSign.tsx";
import { Deciding } from "./Deciding.tsx";
import { DIFFERENCE_WORDS } from "./difference-words.ts";
import { openCell } from "./open-cell.ts";
import type { Blindness } from "./use-blind.ts";

interface Props {
  readonly one: Disagreement;
  readonly decision: Decision | undefined;
  readonly blindness: Blindness;
}

/** One cell of which analysts say different things; a click opens the marks of all of them. */
export function DisagreementItem({ one, decision, blindness }: Props) {
  const { claim, source, differences, sayings } = one;
  const place = { claimId: claim.id, sourceId: source.id };
  return (
    <li>
      <button type="button" className="differing" onClick={() => openCell(place, blindness)}>
        <span>
          <ClaimTitle claim={claim} />
        </span>
        <small>
          <bdi>{sourceName(source)}</bdi>
          {` · ${differences.map((difference) => DIFFERENCE_WORDS[difference]).join(", ")}`}
        </small>
      </button>
      <ul className="sayings">
        {sayings.map((saying) => (
          <li key={saying.analyst.id}>
            <Said saying={saying} place={place} />
          </li>
        ))}
      </ul>
      {decision && <Decided decision={decision} />}
      <DecidingLine one={one} decision={decision} />
    </li>
  );
}

function Said({ saying: { analyst, cell }, place }: { readonly saying: Saying; readonly place: CellPlace }) {
  const first = cell?.evidence[0];
  return (
    <>
      {cell ? <CellSign cell={cell} /> : <span className="cell not-mentioned">∅</span>}
      <span>
        <b>{analyst.name}</b> {cell?.stance ?? "no passage"}
        {first && (
          <button
            type="button"
            className="saying-quote"
            aria-label={`Passage of ${analyst.name}: ${first.mark.ranges.map(({ quote }) => quote).join(" … ")}`}
            onClick={() => chooseForAll(place, first)}
          >
            <q dir="auto">{first.mark.ranges.map(({ quote }) => quote).join(" … ")}</q>
          </button>
        )}
      </span>
    </>
  );
}

function Decided({ decision: { cell, reason } }: { readonly decision: Decision }) {
  return (
    <p className="decided">
      <CellSign cell={cell} />
      <span>
        <b>Decided:</b> {cell.kind === "stance" ? cell.stance : cell.state.replace("-", " ")}
        <span className="decided-reason" dir="auto">
          {reason === "" ? "without a reason" : reason}
        </span>
      </span>
    </p>
  );
}

/** The way to a decision, for the adjudicator. */
function DecidingLine({ one, decision }: Pick<Props, "one"> & { readonly decision: Decision | undefined }) {
  const adjudicates = useDesk((state) => state.project.file.settings.adjudicator === state.analyst.id);
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  if (!adjudicates) return null;
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  return isOpen ? (
    <Deciding one={one} reason={decision?.reason ?? ""} onClose={close} />
  ) : (
    <p className="deciding-line">
      <button
        ref={opener}
        type="button"
        onClick={() => setOpen(true)}
        aria-label={`${decision ? "Change the decision" : "Decide"} on ${one.claim.displayLabel} in ${sourceName(one.source)}`}
      >
        {decision ? "Change the decision…" : "Decide…"}
      </button>
    </p>
  );
}

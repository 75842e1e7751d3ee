import { useNameWithKey } from "../actions/ActionKey.tsx";
import { useAfterPaint } from "../controls/use-after-paint.ts";
import { useDesk } from "../session/desk.ts";
import { claimOf } from "../session/selectors.ts";
import { stepPassage, stepsOf } from "./stepping.ts";
import "./aligning.css";

/** Which passage of the chosen claim is active, of how many, and the way to the next and the former one. */
export function PassageSteps() {
  const words = useAfterPaint(useDesk((state) => (state.activeClaim ? stepWords(state, state.activeClaim) : null)));
  const label = useDesk((state) => (state.activeClaim ? claimOf(state, state.activeClaim)?.displayLabel : undefined));
  const previous = useNameWithKey(`Previous passage of ${label}`, "align.previous-passage");
  const next = useNameWithKey(`Next passage of ${label}`, "align.next-passage");
  if (words === null || label === undefined) return null;
  return (
    <div className="passage-steps">
      <button
        type="button"
        className="icon small"
        aria-label={`Previous passage of ${label}`}
        title={previous}
        onClick={() => stepPassage(-1)}
      >
        <span aria-hidden="true">‹</span>
      </button>
      <span role="status">
        <span className="claim-label">{label}</span> {words}
      </span>
      <button
        type="button"
        className="icon small"
        aria-label={`Next passage of ${label}`}
        title={next}
        onClick={() => stepPassage(1)}
      >
        <span aria-hidden="true">›</span>
      </button>
    </div>
  );
}

function stepWords(...[state, claim]: Parameters<typeof stepsOf>): string {
  const { passages, at, closed } = stepsOf(state, claim);
  const amount = passages.length;
  const here = at === -1 ? `${amount} ${amount === 1 ? "passage" : "passages"}` : `${at + 1} of ${amount}`;
  return closed === 0 ? here : `${here}, ${closed} in closed articles`;
}

import { sinceWords, timeWords } from "../files/time-words.ts";
import { useDesk } from "../session/desk.ts";
import type { StepLine } from "./step-lines.ts";
import { stepSubject } from "./step-subject.ts";

interface Props {
  readonly id: string;
  readonly line: StepLine;
  /** Where the line is among all, of which most are not on the page. */
  readonly place: { readonly index: number; readonly count: number };
  readonly isActive: boolean;
  /** When the list was opened. */
  readonly opened: string;
  readonly measure: (element: HTMLElement | null) => void;
  onTake(): void;
}

/** One point of the history: the step after which it is, what that was done to, and when. */
export function StepOption({ id, line: { step, kind }, place, isActive, opened, measure, onTake }: Props) {
  const subject = useDesk((state) => (step ? stepSubject(state, step) : ""));
  const at = step?.done.at(-1)?.at;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    <div
      ref={measure}
      id={id}
      data-index={place.index}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-current={kind === "now" ? "step" : undefined}
      aria-posinset={place.index + 1}
      aria-setsize={place.count}
      className={`step ${kind}`}
      // The list keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <span className="step-name">{step ? step.name : "before all steps"}</span>
      {kind === "now" && <b className="step-now">now</b>}
      {kind === "undone" && <span className="sr-only">, undone</span>}
      {at !== undefined && (
        <time dateTime={at} title={timeWords(at)}>
          {sinceWords(at, opened)}
        </time>
      )}
      {subject !== "" && (
        <span className="step-subject" dir="auto">
          {subject}
        </span>
      )}
    </div>
  );
}

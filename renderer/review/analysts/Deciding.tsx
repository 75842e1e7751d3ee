import { type FormEvent, type KeyboardEvent, useId, useState } from "react";
import { decidingCommand, type Verdict } from "../../../annotations/agreement/adjudication/deciding.ts";
import type { Disagreement } from "../../../annotations/agreement/disagreements/disagreements.ts";
import { Refusal } from "../../../annotations/commands/refusal.ts";
import { CELL_NOTE_LENGTH } from "../../../annotations/model/cell-note.ts";
import type { Mark } from "../../../annotations/model/mark.ts";
import { STANCES, type Stance } from "../../../annotations/model/stance.ts";
import { perform, stamp } from "../../session/changes.ts";
import { desk, setDesk } from "../../session/desk.ts";

interface Props {
  readonly one: Disagreement;
  /** The reason of the decision that is changed. */
  readonly reason: string;
  onClose(): void;
}

interface Choice {
  readonly words: string;
  readonly verdict: Verdict | "stance";
}

/** How a disagreement is decided and why: as one analyst has it, as not mentioned, or with another stance of a passage. */
export function Deciding({ one, reason: former, onClose }: Props) {
  const name = useId();
  const choices = choicesOf(one);
  const passages = passagesOf(one);
  const [chosen, setChosen] = useState(0);
  const [reason, setReason] = useState(former);
  const [stance, setStance] = useState<Stance>("mixed");
  const [passage, setPassage] = useState(0);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const wish = choices[chosen]?.verdict;
    const mark = passages[passage];
    const verdict = wish === "stance" ? mark && { kind: "stance" as const, stance, passage: mark } : wish;
    if (verdict && reason.trim() !== "" && decide(one, verdict, reason)) onClose();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form className="deciding" onSubmit={submit} onKeyDown={onKey} aria-label={`Decision on ${one.claim.displayLabel}`}>
      <fieldset>
        <legend className="sr-only">What the article says</legend>
        {choices.map(({ words }, i) => (
          <label key={words} className="check">
            <input
              type="radio"
              name={name}
              checked={chosen === i}
              ref={i === 0 ? focusOnce : undefined}
              onChange={() => setChosen(i)}
            />
            {words}
          </label>
        ))}
      </fieldset>
      {choices[chosen]?.verdict === "stance" && (
        <div className="own-stance">
          <label>
            Stance{" "}
            <select value={stance} onChange={({ target }) => setStance(STANCES[target.selectedIndex] ?? stance)}>
              {STANCES.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </label>
          <label>
            Passage{" "}
            <select value={passage} onChange={({ target }) => setPassage(target.selectedIndex)}>
              {passages.map((mark, i) => (
                <option key={mark.id} value={i}>
                  {mark.ranges.map(({ quote }) => quote).join(" … ")}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <label htmlFor={`${name}-reason`}>Reason</label>
      <textarea
        id={`${name}-reason`}
        rows={2}
        required
        maxLength={CELL_NOTE_LENGTH}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className="deciding-foot">
        <button type="submit" className="primary" disabled={reason.trim() === ""}>
          Record the decision
        </button>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </p>
    </form>
  );
}

const focused = new WeakSet<HTMLElement>();

/** The form was asked for, so it takes the focus when it appears. */
function focusOnce(field: HTMLElement | null): void {
  if (!field || focused.has(field)) return;
  focused.add(field);
  field.focus();
}

/** Whoever has neither a passage nor a finding cannot be followed. */
function choicesOf({ sayings, claim, source }: Disagreement): readonly Choice[] {
  const { sets } = desk().project;
  const followed = sayings.flatMap(({ analyst, cell }): Choice[] => {
    const set = sets.find((each) => each.analyst.id === analyst.id);
    const state = set?.cells.find((each) => each.claimId === claim.id && each.sourceId === source.id)?.state;
    const says = cell?.stance ?? state?.replace("-", " ");
    return says ? [{ words: `As ${analyst.name}: ${says}`, verdict: { kind: "as", analyst: analyst.id } }] : [];
  });
  return [
    ...followed,
    { words: "Not mentioned", verdict: { kind: "not-mentioned" } },
    { words: "Another stance", verdict: "stance" },
  ];
}

function passagesOf({ sayings }: Disagreement): readonly Mark[] {
  const marks = sayings.flatMap(({ cell }) => cell?.evidence.map(({ mark }) => mark) ?? []);
  return [...new Map(marks.map((mark) => [mark.id, mark])).values()];
}

function decide({ claim, source }: Disagreement, verdict: Verdict, reason: string): boolean {
  const place = { claimId: claim.id, sourceId: source.id };
  try {
    const command = decidingCommand(desk().project, stamp(), { place, verdict, reason });
    return perform(`the decision on ${claim.displayLabel}`, command);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    setDesk({ notice: error.message });
    return false;
  }
}

import type { ConflictChoice, Consent, PlannedMark } from "../../annotations/exchange/reading/reading-plan.ts";
import { hasConflicts, placeWords, quotedWords } from "../../annotations/exchange/reading/reading-report.ts";
import { sourceName } from "../../annotations/model/source.ts";
import { amount } from "../controls/amount.ts";
import { withConsent, withPlace } from "./decisions.ts";
import { MOST_SHOWN, NotShown } from "./NotShown.tsx";
import { PlaceByHand } from "./PlaceByHand.tsx";
import type { PartProps } from "./part.ts";

const CONSENTS: readonly (readonly [Consent, string])[] = [
  ["moved", "stand elsewhere in the text now, as their quotes tell"],
  ["adjusted", "cross paragraphs or cut a character in two, and are fitted to them"],
  ["unverified", "have a position only, which no quote confirms"],
];

/** What is not simply new or the same: what needs consent, what is in conflict, and what has no place yet. */
export function FoundMarks(parts: PartProps) {
  const { plan } = parts;
  const isOpen = hasConflicts(plan) || plan.marks.some(({ placement }) => placement.kind !== "exact");
  const placedByHand = plan.marks.filter(({ index }) => plan.choices.placed.has(index));
  if (!isOpen && placedByHand.length === 0) return null;
  return (
    <section aria-labelledby="found-marks">
      <h3 id="found-marks">To decide about</h3>
      {CONSENTS.map(([consent, words]) => (
        <ConsentLine key={consent} parts={parts} consent={consent} words={words} />
      ))}
      <Conflicts {...parts} />
      <Unplaced {...parts} />
    </section>
  );
}

interface ConsentProps {
  readonly parts: PartProps;
  readonly consent: Consent;
  readonly words: string;
}

function ConsentLine({ parts: { plan, decisions, isHidden, onDecide }, consent, words }: ConsentProps) {
  const marks = plan.marks.filter(
    ({ placement, fate }) => placement.kind === consent && (fate === "waiting" || fate === "new"),
  );
  if (marks.length === 0) return null;
  return (
    <div className="consent">
      <label className="check">
        <input
          type="checkbox"
          checked={decisions.accepted.has(consent)}
          onChange={({ target }) => onDecide(withConsent(decisions, consent, target.checked))}
        />
        Read {amount(marks.length, "mark")} that {words}
      </label>
      <MarkQuotes marks={marks} isHidden={isHidden} />
    </div>
  );
}

const CONFLICT_WORDS: Readonly<Record<ConflictChoice, string>> = {
  both: "keep both versions; where there can be only one, what is here",
  ours: "keep what is here",
  theirs: "take the file’s version",
};

function Conflicts({ plan, decisions, isHidden, onDecide }: PartProps) {
  if (!hasConflicts(plan)) return null;
  const marks = plan.marks.filter(({ fate }) => fate === "conflict");
  return (
    <fieldset className="consent">
      <legend>{marks.length > 0 ? amount(marks.length, "mark") : "Something is"} here with other content</legend>
      {(["both", "ours", "theirs"] as const).map((choice) => (
        <label key={choice} className="check">
          <input
            type="radio"
            name="conflicts"
            checked={decisions.conflicts === choice}
            onChange={() => onDecide({ ...decisions, conflicts: choice })}
          />
          {CONFLICT_WORDS[choice]}
        </label>
      ))}
      {marks.length > 0 && <MarkQuotes marks={marks} isHidden={isHidden} />}
    </fieldset>
  );
}

interface QuotesProps extends Pick<PartProps, "isHidden"> {
  readonly marks: readonly PlannedMark[];
}

function MarkQuotes({ marks, isHidden }: QuotesProps) {
  const shown = marks.filter((mark) => !isHidden(mark));
  const hidden = <HiddenMarks number={marks.length - shown.length} />;
  if (shown.length === 0) return hidden;
  return (
    <details>
      <summary>Which they are</summary>
      <ul className="mark-quotes">
        {shown.slice(0, MOST_SHOWN).map((mark) => (
          <li key={mark.index}>
            <q dir="auto">{quotedWords(mark)}</q> <small>{sourceName(mark.source)}</small>
          </li>
        ))}
      </ul>
      <NotShown number={shown.length} what="marks" />
      {hidden}
    </details>
  );
}

function HiddenMarks({ number }: { readonly number: number }) {
  if (number === 0) return null;
  return <p className="hint">{amount(number, "mark is", "marks are")} of others, and hidden from you.</p>;
}

function Unplaced({ plan, decisions, isHidden, onDecide }: PartProps) {
  const { placed } = plan.choices;
  const marks = plan.marks.filter(({ fate, index }) => fate === "unplaced" || placed.has(index));
  if (marks.length === 0) return null;
  const shown = marks.filter((mark) => !isHidden(mark));
  const open = marks.length - placed.size;
  return (
    <div className="consent">
      <p>
        {open === 0
          ? "All marks have a place."
          : `${amount(open, "mark")} could not be placed; without a place ${open === 1 ? "it stays" : "they stay"} out.`}
      </p>
      <ul className="unplaced">
        {shown.slice(0, MOST_SHOWN).map((mark) => (
          <li key={mark.index}>
            <q dir="auto">{quotedWords(mark) || mark.read.at}</q>
            <small>
              {sourceName(mark.source)}: {placed.has(mark.index) ? "placed by hand" : placeWords(mark)}
            </small>
            <PlaceByHand
              mark={mark}
              isPlaced={placed.has(mark.index)}
              onPlace={(ranges) => onDecide(withPlace(decisions, mark.index, ranges))}
            />
          </li>
        ))}
      </ul>
      <NotShown number={shown.length} what="marks" />
      <HiddenMarks number={marks.length - shown.length} />
    </div>
  );
}

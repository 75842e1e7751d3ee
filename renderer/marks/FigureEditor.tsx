import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { type FigureDraft, type FigureOutcome, outcomeOf } from "../../annotations/figures/figure-draft.ts";
import { valueWords } from "../../annotations/figures/value-words.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Tag } from "../../annotations/model/tag.ts";
import { VALUE_KINDS, VALUE_LENGTHS } from "../../annotations/model/value.ts";
import { Choice } from "../controls/Choice.tsx";
import { useDesk } from "../session/desk.ts";
import { contextOf, draftFigure, giveFigure, leaveFigure, proposalOf, statedIn } from "./figuring.ts";

const KIND_WORDS = { number: "a number", date: "a date", place: "a place" } as const;

/** How many of the figures that a passage states are offered. */
const MOST_OFFERED = 4;

interface Props {
  readonly mark: Mark;
  readonly tag: Tag;
  readonly draft: FigureDraft;
}

/** The figure of a tag being written: Enter gives it to the tag, Escape leaves it as it was. */
export function FigureEditor({ mark, tag, draft }: Props) {
  const state = useDesk((all) => all);
  const context = contextOf(state, mark, tag);
  const outcome = outcomeOf(draft, context);
  const words = useRef<HTMLInputElement>(null);
  const saying = useId();
  useEffect(() => words.current?.focus({ preventScroll: true }), []);
  const change = (part: Partial<FigureDraft>) => draftFigure(tag, { ...draft, ...part });
  const give = () => {
    if (!giveFigure(mark, tag, draft)) words.current?.focus();
  };
  return (
    <fieldset className="figure-editor" aria-label="Figure" onKeyDown={(event) => onKey(event, give)}>
      <Offered stated={statedIn(state, mark, tag)} draft={draft} onChoose={(chosen) => draftFigure(tag, chosen)} />
      <div className="fields">
        <label htmlFor={`${saying}-words`}>As stated</label>
        <input
          ref={words}
          id={`${saying}-words`}
          type="text"
          dir="auto"
          maxLength={VALUE_LENGTHS.words}
          value={draft.words}
          aria-describedby={saying}
          aria-invalid={draft.words.trim() !== "" && outcome.kind === "unclear"}
          onChange={(event) => change({ words: event.target.value })}
        />
        <Choice
          label="It is"
          value={kindOf(draft, outcome)}
          options={VALUE_KINDS}
          words={KIND_WORDS}
          onChoose={(kind) => change({ kind })}
        />
        <Rest draft={draft} outcome={outcome} units={context.units} change={change} />
      </div>
      <Understood id={saying} outcome={outcome} />
      <div className="figure-actions">
        <button type="button" className="primary" onClick={give}>
          Set the figure
        </button>
        <button type="button" onClick={leaveFigure}>
          Leave it
        </button>
      </div>
    </fieldset>
  );
}

function kindOf(draft: FigureDraft, outcome: FigureOutcome) {
  return draft.kind ?? (outcome.kind === "value" ? outcome.value.kind : "number");
}

/** Escape would close the card. */
function onKey(event: KeyboardEvent, give: () => void): void {
  const isField = event.target instanceof HTMLInputElement;
  if (event.key !== "Escape" && !(event.key === "Enter" && isField)) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === "Escape") leaveFigure();
  else give();
}

interface OfferedProps {
  readonly stated: ReturnType<typeof statedIn>;
  readonly draft: FigureDraft;
  onChoose(draft: FigureDraft): void;
}

/** What the passage seems to state, where that leaves a choice. */
function Offered({ stated, draft, onChoose }: OfferedProps) {
  const offered = [...new Map(stated.map((value) => [value.words, value])).values()].slice(0, MOST_OFFERED);
  if (offered.length === 0 || (offered.length === 1 && offered[0]?.words === draft.words)) return null;
  return (
    <fieldset className="figure-offers" aria-label="In the passage">
      <span>In the passage:</span>
      {offered.map((value) => (
        <button
          key={value.words}
          type="button"
          aria-pressed={value.words === draft.words}
          onClick={() => onChoose(proposalOf(value))}
        >
          <bdi>{value.words}</bdi>
        </button>
      ))}
    </fieldset>
  );
}

interface RestProps {
  readonly draft: FigureDraft;
  readonly outcome: FigureOutcome;
  readonly units: readonly string[];
  change(part: Partial<FigureDraft>): void;
}

/** What is counted, or what the place is called. */
function Rest({ draft, outcome, units, change }: RestProps) {
  switch (kindOf(draft, outcome)) {
    case "number": {
      const read = outcome.kind === "value" && outcome.value.kind === "number" ? outcome.value.unit : "";
      return <UnitField value={draft.unit ?? read} units={units} onChange={(unit) => change({ unit })} />;
    }
    case "place":
      return <NameField value={draft.name ?? draft.words} onChange={(name) => change({ name })} />;
    default:
      return null;
  }
}

interface UnitProps {
  readonly value: string;
  /** Those that other figures of the claim have. */
  readonly units: readonly string[];
  onChange(unit: string): void;
}

function UnitField({ value, units, onChange }: UnitProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>Unit</label>
      <input
        id={id}
        type="text"
        dir="auto"
        list={`${id}-units`}
        maxLength={VALUE_LENGTHS.unit}
        placeholder="What is counted, for example people"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={`${id}-units`}>
        {units.map((unit) => (
          <option key={unit} value={unit} />
        ))}
      </datalist>
    </>
  );
}

function NameField({ value, onChange }: { readonly value: string; onChange(name: string): void }) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>Name</label>
      <input
        id={id}
        type="text"
        dir="auto"
        maxLength={VALUE_LENGTHS.name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}

/** What will be kept, in plain words, or what can be written. */
function Understood({ id, outcome }: { readonly id: string; readonly outcome: FigureOutcome }) {
  return (
    <p id={id} className="understood" role="status">
      {outcome.kind === "unclear" ? (
        outcome.sentence
      ) : (
        <>
          Understood as <strong>{valueWords(outcome.value)}</strong>
        </>
      )}
    </p>
  );
}

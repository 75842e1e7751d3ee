import { useMemo, useState } from "react";
import type { PlannedMark } from "../../annotations/exchange/reading/reading-plan.ts";
import { quotedWords } from "../../annotations/exchange/reading/reading-report.ts";
import { suggestedPlaces } from "../../annotations/exchange/reading/suggested-places.ts";
import type { Range } from "../../annotations/model/range.ts";

interface Props {
  readonly mark: PlannedMark;
  readonly isPlaced: boolean;
  onPlace(ranges: readonly Range[] | null): void;
}

/** Lets the person say where a mark stands: one of the places that have its quote, or of those that are like it. */
export function PlaceByHand({ mark, isPlaced, onPlace }: Props) {
  const [isOpen, setOpen] = useState(false);
  if (isPlaced) {
    return (
      <button type="button" className="link" onClick={() => onPlace(null)}>
        Take its place back
      </button>
    );
  }
  return (
    <>
      <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Place by hand…
      </button>
      {isOpen && <Places mark={mark} onPlace={onPlace} />}
    </>
  );
}

function Places({ mark, onPlace }: Omit<Props, "isPlaced">) {
  const { placement, source } = mark;
  const [words, setWords] = useState(quotedWords(mark));
  const isAsQuoted = placement.kind === "ambiguous" && words === placement.quote;
  const places = useMemo(
    () => (isAsQuoted ? placement.candidates : suggestedPlaces(source, words)),
    [isAsQuoted, placement, source, words],
  );
  return (
    <div className="places">
      <label>
        Words of the passage
        <input type="text" dir="auto" value={words} onChange={({ target }) => setWords(target.value)} />
      </label>
      {places.length === 0 ? (
        <p className="hint">Nothing in the article is like these words. Type others that the passage has.</p>
      ) : (
        <ul>
          {places.map((range) => (
            <li key={`${range.start} ${range.end}`}>
              <button type="button" dir="auto" onClick={() => onPlace([range])}>
                <span className="context">…{range.prefix}</span>
                <b>{range.quote}</b>
                <span className="context">{range.suffix}…</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

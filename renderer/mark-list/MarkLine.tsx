import type { ReactNode } from "react";
import type { Mark } from "../../annotations/model/mark.ts";
import { STANCE_SIGNS } from "../../annotations/model/stance.ts";
import type { Tag } from "../../annotations/model/tag.ts";
import { FlagSign } from "../controls/FlagSign.tsx";
import { useDesk } from "../session/desk.ts";
import { claimOf } from "../session/selectors.ts";

interface Props {
  readonly mark: Mark;
  /** What else is said of it: whose it is, when it was deleted. */
  readonly about?: string;
  readonly isAt: boolean;
  /** Whether it is the mark that keys in the text act on. */
  readonly isActive?: boolean;
  onFocus(): void;
  onClick(): void;
  readonly children?: ReactNode;
}

/** One mark in a list: what it is tagged with, its passage, and what is noted about it. */
export function MarkLine({ mark, about, isAt, isActive = false, onFocus, onClick, children }: Props) {
  const facts = [...new Set(mark.tags.flatMap(factsOf)), about].filter(Boolean).join(" · ");
  const notes = [mark.note, ...mark.tags.map(({ note }) => note)].filter((note) => note);
  return (
    <>
      <button
        type="button"
        className="hit mark-line"
        tabIndex={isAt ? 0 : -1}
        aria-current={isActive ? "true" : undefined}
        onFocus={onFocus}
        onClick={onClick}
      >
        <span className="chips">
          {mark.tags.map((tag) => (
            <TagChip key={tag.id} tag={tag} />
          ))}
          {mark.tags.length === 0 && <b className="chip untagged">no claim</b>}
          {mark.toDiscuss && (
            <span className="flagged">
              <FlagSign />
              <span className="sr-only">to discuss</span>
            </span>
          )}
        </span>
        <span className="quote" dir="auto">
          {mark.ranges.map(({ quote }) => quote).join(" … ")}
        </span>
        {facts !== "" && <small>{facts}</small>}
        {notes.map((note) => (
          <span key={note} className="note" dir="auto">
            {note}
          </span>
        ))}
      </button>
      {children}
    </>
  );
}

function TagChip({ tag }: { readonly tag: Tag }) {
  const label = useDesk((state) => claimOf(state, tag.claimId)?.displayLabel ?? "?");
  return (
    <b className={`chip ${tag.stance}`}>
      {label}
      <span aria-hidden="true">{STANCE_SIGNS[tag.stance]}</span>
      <span className="sr-only"> {tag.stance}</span>
    </b>
  );
}

/** What is not as usual: another's voice, and anything less than certain. */
function factsOf(tag: Tag): readonly string[] {
  const voice = tag.voice === "own" ? "" : tag.voice.replace("-", ", ");
  const said = voice && tag.speaker ? `${voice}: ${tag.speaker}` : voice;
  const confidence = tag.confidence === "high" ? "" : `${tag.confidence} confidence`;
  return [said, tag.certainty === "certain" ? "" : tag.certainty, confidence].filter(Boolean);
}

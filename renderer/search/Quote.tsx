import { Fragment } from "react";

interface Props {
  readonly text: string;
  /** Stretches of the text (UTF-16 indices) to set off, in order and disjoint. */
  readonly marked: readonly (readonly [number, number])[];
}

/** A quote in which some words are set off. */
export function Quote({ text, marked }: Props) {
  return (
    <span dir="auto" className="quote">
      {marked.map(([start, end], i) => (
        <Fragment key={start}>
          {text.slice(marked[i - 1]?.[1] ?? 0, start)}
          <b>{text.slice(start, end)}</b>
        </Fragment>
      ))}
      {text.slice(marked.at(-1)?.[1] ?? 0)}
    </span>
  );
}

/** How many rows of a list are shown at once. */
export const MOST_SHOWN = 200;

interface Props {
  /** How many there are. */
  readonly number: number;
  readonly what: string;
}

/** Says that a list goes on. */
export function NotShown({ number, what }: Props) {
  if (number <= MOST_SHOWN) return null;
  return (
    <p className="hint">
      The first {MOST_SHOWN} of {number.toLocaleString("en")} {what} are shown; the others are read as they are.
    </p>
  );
}

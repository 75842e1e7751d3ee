import { withAnalyst } from "./decisions.ts";
import type { PartProps } from "./part.ts";

/** Whose marks of the files are read, where they name several people. */
export function FoundAnalysts({ staged, decisions, onDecide }: PartProps) {
  const { analysts, marks } = staged.read;
  if (analysts.length < 2) return null;
  const keys = analysts.map(({ key }) => key);
  return (
    <fieldset className="found-analysts">
      <legend>Whose marks</legend>
      {analysts.map(({ key, name }) => (
        <label key={key} className="check">
          <input
            type="checkbox"
            checked={decisions.from?.has(key) ?? true}
            onChange={({ target }) => onDecide(withAnalyst(decisions, keys, key, target.checked))}
          />
          <bdi>{name}</bdi> <small>{marks.filter(({ analyst }) => analyst === key).length.toLocaleString("en")}</small>
        </label>
      ))}
      <p className="hint">
        They all join your own set. “parallax read” gives each analyst of the file a set of their own.
      </p>
    </fieldset>
  );
}

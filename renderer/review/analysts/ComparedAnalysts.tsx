import type { Analyst } from "../../../annotations/model/analyst.ts";
import type { AnalystId } from "../../../annotations/model/id.ts";

interface Props {
  readonly analysts: readonly Analyst[];
  readonly leftOut: ReadonlySet<AnalystId>;
  onChange(leftOut: ReadonlySet<AnalystId>): void;
}

/** Which analysts are compared, two at least. */
export function ComparedAnalysts({ analysts, leftOut, onChange }: Props) {
  const number = analysts.length - analysts.filter(({ id }) => leftOut.has(id)).length;
  return (
    <fieldset className="compared-analysts">
      <legend className="sr-only">Analysts who are compared</legend>
      {analysts.map(({ id, name }) => {
        const isIn = !leftOut.has(id);
        return (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={isIn}
              disabled={isIn && number <= 2}
              onChange={() => onChange(isIn ? new Set([...leftOut, id]) : without(leftOut, id))}
            />
            <bdi>{name}</bdi>
          </label>
        );
      })}
    </fieldset>
  );
}

function without(ids: ReadonlySet<AnalystId>, id: AnalystId): ReadonlySet<AnalystId> {
  return new Set([...ids].filter((other) => other !== id));
}

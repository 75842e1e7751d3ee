import {
  MOST_DISTANT,
  NOMINAL_DISTANCES,
  STANCE_CATEGORIES,
  type StanceDistances,
  withDistance,
} from "../../../annotations/model/stance-distances.ts";
import { perform, stamp } from "../../session/changes.ts";
import { desk, useDesk } from "../../session/desk.ts";
import { isReadOnly } from "../../session/selectors.ts";

/** How far apart the project takes stances to be; a setting of the project, for everybody. */
export function Distances() {
  const set = useDesk((state) => state.project.file.settings.stanceDistances);
  const readOnly = useDesk(isReadOnly);
  const table = set ?? NOMINAL_DISTANCES;
  return (
    <details className="distances">
      <summary>For experts: how far apart stances are</summary>
      <p className="explained">
        Alpha by name takes every two stances for equally far apart. Say here how much a disagreement weighs, and the
        further measures have an alpha with these distances. It belongs to the project, for everybody.
      </p>
      <fieldset disabled={readOnly} aria-label="Distances between stances">
        <table className="measure-table distance-table">
          <thead>
            <tr>
              <td />
              {STANCE_CATEGORIES.slice(1).map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {STANCE_CATEGORIES.slice(0, -1).map((row, c) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {STANCE_CATEGORIES.slice(1).map((column, k) => (
                  <td key={column}>{k >= c && <Distance table={table} c={c} k={k + 1} />}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <button type="button" disabled={!set} onClick={() => setDistances(null)}>
          Back to equal distances
        </button>
      </fieldset>
    </details>
  );
}

interface DistanceProps {
  readonly table: StanceDistances;
  readonly c: number;
  readonly k: number;
}

function Distance({ table, c, k }: DistanceProps) {
  const value = table[c]?.[k] ?? 0;
  return (
    <input
      key={value}
      type="number"
      min={0}
      max={MOST_DISTANT}
      step="any"
      defaultValue={value}
      aria-label={`From ${STANCE_CATEGORIES[c]} to ${STANCE_CATEGORIES[k]}`}
      onBlur={({ target }) => {
        const distance = target.valueAsNumber;
        if (distance >= 0 && distance <= MOST_DISTANT) {
          if (distance !== value) setDistances(withDistance(table, c, k, distance));
        } else target.value = String(value);
      }}
      onKeyDown={({ key, currentTarget }) => key === "Enter" && currentTarget.blur()}
    />
  );
}

function setDistances(stanceDistances: StanceDistances | null): void {
  const { title } = desk().project.file;
  perform("changing how far apart stances are", { kind: "revise-project", ...stamp(), title, stanceDistances });
}

import type { MeasureEntry } from "../../../annotations/agreement/measure-entry.ts";
import { measureName, valueWords } from "../../../annotations/agreement/measure-words.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import { amount } from "../../controls/amount.ts";

import { MEANINGS } from "./meanings.ts";

interface Props {
  readonly measures: readonly MeasureEntry[];
  /** The measures that come first, by id; the others are for those who ask for them. */
  readonly main: readonly string[];
  readonly analysts: readonly Analyst[];
}

/** Figures with n, interval, and the reason where one is not defined. */
export function Measures({ measures, main, analysts }: Props) {
  const isMain = ({ id, level, pair, label }: MeasureEntry) =>
    main.includes(id) && level === "nominal" && !pair && label === undefined;
  const first = main.flatMap((id) => measures.find((entry) => entry.id === id && isMain(entry)) ?? []);
  const others = measures.filter((entry) => !first.includes(entry));
  return (
    <>
      <dl className="measures">
        {first.map((entry) => (
          <Figure key={entry.id} entry={entry} />
        ))}
      </dl>
      {others.length > 0 && (
        <details>
          <summary>Pairs of analysts, and further measures</summary>
          <table className="measure-table">
            <thead>
              <tr>
                <th scope="col">Measure</th>
                <th scope="col">Of</th>
                <th scope="col">Value</th>
                <th scope="col">95 % interval</th>
                <th scope="col">n</th>
              </tr>
            </thead>
            <tbody>
              {others.map((entry) => (
                <tr key={`${entry.id} ${entry.level} ${entry.label} ${entry.pair?.join(" ")}`}>
                  <th scope="row">{measureName(entry)}</th>
                  <td>{whoIn(entry, analysts)}</td>
                  <td title={entry.reason}>{valueWords(entry)}</td>
                  <td>{intervalWords(entry)}</td>
                  <td>{entry.n.toLocaleString("en")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}

function Figure({ entry }: { readonly entry: MeasureEntry }) {
  const interval = intervalWords(entry);
  return (
    <div className="measure">
      <dt>{measureName(entry)}</dt>
      <dd className="measure-value">{valueWords(entry)}</dd>
      <dd className="measure-from">
        {MEANS_OF_PAIRS.has(entry.id) ? `mean of ${amount(entry.n, "pair")}` : `n = ${entry.n.toLocaleString("en")}`}
        {interval && ` · 95 %: ${interval}`}
      </dd>
      {entry.reason && <dd className="measure-reason">Not defined: {entry.reason}</dd>}
      {entry.noInterval && <dd className="measure-reason">{entry.noInterval}</dd>}
      {entry.interval?.caution && <dd className="measure-reason">{entry.interval.caution}</dd>}
      <dd className="measure-meaning">{MEANINGS[entry.id]}</dd>
    </div>
  );
}

/** Measures of two analysts, of which the figure of all is the mean. */
const MEANS_OF_PAIRS: ReadonlySet<string> = new Set([
  "overlap-f1",
  "exact-f1",
  "character-f1",
  "jaccard",
  "light-kappa",
]);

function intervalWords({ interval }: MeasureEntry): string {
  if (!interval) return "";
  return `${valueWords({ value: interval.low })} to ${valueWords({ value: interval.high })}`;
}

/** Raters are named by their places, analysts of spans by their ids. */
function whoIn({ pair }: MeasureEntry, analysts: readonly Analyst[]): string {
  if (!pair) return "all";
  const name = (one: string | number) =>
    (typeof one === "number" ? analysts[one] : analysts.find(({ id }) => id === one))?.name ?? String(one);
  return pair.map(name).join(" and ");
}

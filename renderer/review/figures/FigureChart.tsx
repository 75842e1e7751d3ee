import type { Figure, FigureGroup } from "../../../annotations/figures/claim-figures.ts";
import type { Bar, Scale } from "../../../annotations/figures/scale.ts";
import type { ListedClaim } from "../../../annotations/model/claim-list.ts";
import { FigureRow } from "./FigureRow.tsx";

interface Props {
  readonly claim: ListedClaim;
  readonly group: FigureGroup;
}

/** Figures that can be compared, a row for each on one scale. */
export function FigureChart({ claim, group }: Props) {
  const { kind, unit, figures, scale } = group;
  const name = kind === "date" ? "When" : unit || "Number";
  return (
    <div className="figure-chart">
      <ul aria-label={name}>
        {figures.map((figure, i) => {
          const bar = scale.bars[i];
          return (
            <FigureRow key={figure.tag.id} claim={claim} figure={figure}>
              {bar && <Plot bar={bar} scale={scale} isApproximate={isApproximate(figure)} />}
            </FigureRow>
          );
        })}
      </ul>
      <Axis scale={scale} name={name} />
    </div>
  );
}

function isApproximate({ value }: Figure): boolean {
  return value.kind !== "place" && value.approximate === true;
}

/** The marks of the scale below the rows. */
function Axis({ scale, name }: { readonly scale: Scale; readonly name: string }) {
  return (
    <div className="figure-axis" aria-hidden="true">
      <span className="figure-unit" dir="auto">
        {name}
      </span>
      <span className="figure-plot">
        <svg aria-hidden="true">
          {scale.ticks.map(({ at, label, labelAt }) => (
            <text key={at} x={percent(labelAt)} y="14" textAnchor="middle">
              {label}
            </text>
          ))}
        </svg>
      </span>
    </div>
  );
}

interface PlotProps {
  readonly bar: Bar;
  readonly scale: Scale;
  readonly isApproximate: boolean;
}

/** Narrower than this share of the width, a bar is a dot. */
const LEAST_BAR = 0.012;

/** A value between the marks of its scale, drawn from the middle of the row. */
function Plot({ bar, scale, isApproximate }: PlotProps) {
  return (
    <span className={isApproximate ? "figure-plot approximate" : "figure-plot"}>
      <svg aria-hidden="true">
        {scale.ticks.map(({ at }) => (
          <line key={at} className="grid" x1={percent(at)} x2={percent(at)} y1="0" y2="100%" />
        ))}
        <svg y="50%" overflow="visible" aria-hidden="true">
          {bar.openFrom || bar.openTo ? <OpenBar bar={bar} /> : <ClosedBar bar={bar} />}
        </svg>
      </svg>
    </span>
  );
}

function ClosedBar({ bar: { from, to } }: { readonly bar: Bar }) {
  if (to - from < LEAST_BAR) return <circle className="value" cx={percent((from + to) / 2)} cy="0" r="5.5" />;
  return <rect className="value" x={percent(from)} width={percent(to - from)} y="-5" height="10" rx="2" />;
}

/** From the end that is said to the edge of the scale, and beyond. */
function OpenBar({ bar: { from, to, openFrom } }: { readonly bar: Bar }) {
  const [said, edge] = openFrom ? [to, from] : [from, to];
  return (
    <>
      <line className="value open" x1={percent(from)} x2={percent(to)} y1="0" y2="0" />
      <line className="value" x1={percent(said)} x2={percent(said)} y1="-7" y2="7" />
      <svg x={percent(edge)} overflow="visible" aria-hidden="true">
        <path className="value head" d={openFrom ? "M0 -6 L-7 0 L0 6" : "M0 -6 L7 0 L0 6"} />
      </svg>
    </>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100_000) / 1_000}%`;
}

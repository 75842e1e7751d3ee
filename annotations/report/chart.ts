import type { Stance } from "../model/stance.ts";

/** One claim's bar: how many sources take which stance, of how many there are. */
export interface Bar {
  readonly label: string;
  readonly counts: Readonly<Record<Stance, number>>;
}

/** A pair of sources: on how many claims they contradict each other, of how many both address. */
export interface HeatCell {
  readonly opposite: number;
  readonly shared: number;
}

/** One value on the axis of a chart, as shares of its width; both ends are one where it is a point. */
export interface ScaleRow {
  readonly label: string;
  readonly approximate: boolean;
  readonly from: number;
  readonly to: number;
  /** It goes on beyond the edge. */
  readonly openFrom: boolean;
  readonly openTo: boolean;
}

/** What a chart shows. It is drawn by `chart-svg.ts`. */
export type Chart =
  | {
      readonly kind: "bars";
      readonly id: string;
      readonly title: string;
      /** How many sources a whole bar stands for. */
      readonly total: number;
      readonly bars: readonly Bar[];
    }
  | {
      readonly kind: "heat";
      readonly id: string;
      readonly title: string;
      /** A name for each source, short enough to stand at a cell. */
      readonly names: readonly string[];
      /** For each source but the last its pairs with those after it. */
      readonly rows: readonly (readonly HeatCell[])[];
    }
  | {
      readonly kind: "scale";
      readonly id: string;
      readonly title: string;
      /** The marks of the axis and where what is written for them stands, as shares of the width. */
      readonly ticks: readonly { readonly at: number; readonly label: string; readonly labelAt: number }[];
      readonly rows: readonly ScaleRow[];
    };

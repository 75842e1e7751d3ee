import type { EmptyState } from "../model/cell-state.ts";
import type { Stance } from "../model/stance.ts";
import type { RowStatus } from "../review/row-status.ts";
import type { Chart } from "./chart.ts";

/** What a sign stands for, which gives it its colours where there are some. */
type Look = Stance | RowStatus | EmptyState;

/**
 * A stretch of a line. No writer takes any of it for markup; a bare text is the report's own words, and `given` are words
 * of the project or of an article, in whatever language and direction.
 */
export type Inline =
  | string
  | { readonly kind: "given"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "small"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "sign"; readonly look: Look; readonly hollow?: boolean; readonly text: string }
  /** An address as the project has it; a link only where it is one of the web or of mail. */
  | { readonly kind: "address"; readonly text: string }
  /** Leads to the section with the id `to`; its text is the project's. */
  | { readonly kind: "jump"; readonly to: string; readonly text: string };

export type Line = readonly Inline[];

/** The first cell of each row is its heading. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Line[])[];
}

interface Column {
  readonly title: Line;
  /** Whether its cells are numbers, which stand below each other at their ends. */
  readonly numeric?: boolean;
}

/** A stretch of a text and what stands around it. */
export interface Piece {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

export type Block =
  | { readonly kind: "paragraph"; readonly line: Line }
  | { readonly kind: "list"; readonly items: readonly Line[] }
  | { readonly kind: "table"; readonly table: Table }
  /** What somebody has noted, in as many lines as they wrote. */
  | { readonly kind: "note"; readonly label: string; readonly text: string }
  | { readonly kind: "passage"; readonly look: Look; readonly pieces: readonly Piece[]; readonly facts: Line }
  /** A chart and the table behind it, which has all that the chart shows. */
  | { readonly kind: "chart"; readonly charts: readonly Chart[]; readonly table: Table };

export interface Section {
  /** Unique in the report; letters, digits and hyphens. */
  readonly id: string;
  readonly title: Line;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

/** A report before it is written in one format or another. */
export interface Report {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

export function given(text: string): Inline {
  return { kind: "given", text };
}

export function strong(text: string): Inline {
  return { kind: "strong", text };
}

export function paragraph(...line: readonly Inline[]): Block {
  return { kind: "paragraph", line };
}

export function section(
  id: string,
  title: string,
  blocks: readonly Block[],
  sections: readonly Section[] = [],
): Section {
  return { id, title: [title], blocks, sections };
}

/** The parts with a separator between every two; parts without content are left out. */
export function joined(parts: readonly Line[], separator: string): Line {
  return parts.filter((part) => part.length > 0).flatMap((part, i) => (i === 0 ? part : [separator, ...part]));
}

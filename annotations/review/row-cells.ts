import type { EmptyState } from "../model/cell-state.ts";
import type { SourceId } from "../model/id.ts";
import type { Cell, StanceCell } from "./cell.ts";

const EMPTY: Readonly<Record<EmptyState, Cell>> = {
  "not-reviewed": { kind: "empty", state: "not-reviewed" },
  "not-mentioned": { kind: "empty", state: "not-mentioned" },
  "not-applicable": { kind: "empty", state: "not-applicable" },
};

/**
 * The cells of one claim, one for each source in view, in the order of the columns. Most cells of a large matrix are empty,
 * so only what somebody has said is kept.
 */
export class RowCells implements ReadonlyMap<SourceId, Cell> {
  readonly #columns: ReadonlySet<SourceId>;
  readonly #stances: ReadonlyMap<SourceId, StanceCell>;
  readonly #states: ReadonlyMap<SourceId, EmptyState>;

  constructor(
    columns: ReadonlySet<SourceId>,
    stances: ReadonlyMap<SourceId, StanceCell>,
    states: ReadonlyMap<SourceId, EmptyState>,
  ) {
    this.#columns = columns;
    this.#stances = stances;
    this.#states = states;
  }

  get size(): number {
    return this.#columns.size;
  }

  has(source: SourceId): boolean {
    return this.#columns.has(source);
  }

  get(source: SourceId): Cell | undefined {
    return this.#columns.has(source) ? this.#cell(source) : undefined;
  }

  #cell(source: SourceId): Cell {
    return this.#stances.get(source) ?? EMPTY[this.#states.get(source) ?? "not-reviewed"];
  }

  keys(): MapIterator<SourceId> {
    return this.#columns.values();
  }

  *values(): MapIterator<Cell> {
    for (const source of this.#columns) yield this.#cell(source);
  }

  *entries(): MapIterator<[SourceId, Cell]> {
    for (const source of this.#columns) yield [source, this.#cell(source)];
  }

  [Symbol.iterator](): MapIterator<[SourceId, Cell]> {
    return this.entries();
  }

  forEach(tell: (cell: Cell, source: SourceId, cells: ReadonlyMap<SourceId, Cell>) => void): void {
    for (const [source, cell] of this) tell(cell, source, this);
  }
}

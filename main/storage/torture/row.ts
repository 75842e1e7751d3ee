import { appendFile } from "node:fs/promises";
import { env } from "node:process";
import type { Fault } from "./verdict.ts";

/** What came of one kind of torture. */
export interface Row {
  readonly kind: string;
  readonly seed: number;
  readonly runs: number;
  /** Acknowledged commands. */
  readonly acknowledged: number;
  readonly seconds: number;
  readonly faults: readonly Fault[];
}

/** Hands a row to whoever started the long run, as a line of JSON in the file that was asked for. */
export async function keepRow(row: Row): Promise<void> {
  const file = env.PARALLAX_TORTURE_ROWS;
  if (file) await appendFile(file, `${JSON.stringify(row)}\n`);
}

/** The seconds since a moment that `performance.now` gave. */
export function secondsSince(began: number): number {
  return (performance.now() - began) / 1_000;
}

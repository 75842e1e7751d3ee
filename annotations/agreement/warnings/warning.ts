/** When a figure is not to be trusted: which of the dangers it is, and a sentence that says what to do about it. */
export interface Warning {
  readonly id: string;
  readonly sentence: string;
}

/** A share as whole percent. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

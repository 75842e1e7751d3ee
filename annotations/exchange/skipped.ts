import type { ReadBuilder } from "./reading/read-builder.ts";

/** What a reader leaves out of many items, said once for each reason with how often. */
export class Skipped {
  readonly #reasons = new Map<string, { readonly at: string; count: number }>();

  /** Counts one more item that is left out for this reason. */
  add(at: string, reason: string): void {
    const known = this.#reasons.get(reason);
    if (known) known.count++;
    else this.#reasons.set(reason, { at, count: 1 });
  }

  /** Reports each reason where it was met first. */
  report(builder: ReadBuilder): void {
    for (const [reason, { at, count }] of this.#reasons) {
      builder.problem(at, count === 1 ? reason : `${reason} (${count.toLocaleString("en")} times in all)`);
    }
  }
}

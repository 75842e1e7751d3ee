import type { ReadBuilder } from "./read-builder.ts";

/** Counts what files hold that has no place in an annotation set, so that each kind is reported once. */
export class Unplaced {
  readonly #kinds = new Map<string, { readonly at: string; count: number }>();

  /** One more of a kind, named in the plural; the first place is kept. */
  add(kind: string, at: string): void {
    const known = this.#kinds.get(kind);
    if (known) known.count++;
    else this.#kinds.set(kind, { at, count: 1 });
  }

  report(builder: ReadBuilder): void {
    for (const [kind, { at, count }] of this.#kinds) {
      builder.problem(
        at,
        `${kind} have no place here and are left out: ${count.toLocaleString("en")}, the first is this.`,
      );
    }
  }
}

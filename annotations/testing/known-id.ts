import type { z } from "zod";

/** The same id for the same number, so that tests and their expectations can name it. */
export function knownId<Kind extends z.ZodType<string>>(kind: Kind, n: number): z.infer<Kind> {
  return kind.parse(`00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`);
}

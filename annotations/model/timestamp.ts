import { z } from "zod";

/** A moment in ISO 8601, always UTC with a trailing `Z`. */
export const Timestamp = z.iso.datetime();
export type Timestamp = z.infer<typeof Timestamp>;

export function now(): Timestamp {
  return new Date().toISOString();
}

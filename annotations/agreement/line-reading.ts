import type { z } from "zod";

/** What is taken from a line of JSON that somebody else wrote; or why it cannot be used, as the end of a sentence. */
export type LineReading<T> = { readonly ok: true; readonly input: T } | { readonly ok: false; readonly reason: string };

/** Why a value has not the form of a line; `form` says for each field what it must be. */
export function unusable(error: z.ZodError, form: Readonly<Record<string, string>>): LineReading<never> {
  const field = new Map(Object.entries(form)).get(String(error.issues[0]?.path[0]));
  return { ok: false, reason: field ?? `it must be an object with ${Object.keys(form).join(", ")}` };
}

const LONGEST = 40;

/** A value as it may stand in a sentence: as JSON, and cut where it is long. */
export function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? "nothing";
  return json.length <= LONGEST ? json : `${json.slice(0, LONGEST)}…`;
}

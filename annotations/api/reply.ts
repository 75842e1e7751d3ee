import { z } from "zod";

const FAILURE_CODES = [
  /** No such method. */
  "unknown-method",
  /** The input is not of the method's shape. */
  "invalid-input",
  /** The input is of the right shape but cannot be carried out; the message says why. */
  "refused",
  /** The change could not be put safely on the disk. */
  "not-saved",
  /** A fault of the program. */
  "internal",
] as const;

export const FailureCode = z.enum(FAILURE_CODES);
export type FailureCode = z.infer<typeof FailureCode>;

/** What every call over every transport gives back. */
export const Reply = z.discriminatedUnion("ok", [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: z.strictObject({ code: FailureCode, message: z.string() }) }),
]);
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: FailureCode; readonly message: string } };

/** A failure that the caller is told of: a code for programs and a sentence for people. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.code = code;
  }
}

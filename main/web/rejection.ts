import type { FailureCode } from "../../annotations/api/reply.ts";

/** Why a request is turned away before any handler sees it: an HTTP status, a code for programs, a sentence for people. */
export interface Rejection {
  readonly status: number;
  readonly code: FailureCode;
  readonly message: string;
  /** The methods that the address takes, where the method was wrong. */
  readonly allow?: string;
}

import { newSecret, sameSecret } from "./token.ts";

/** How long a code is good for, in milliseconds. */
export const CODE_LIFETIME = 2 * 60 * 1000;

/** Single-use codes that stand in for the token where other programs could read it, such as in a process list. */
export interface HandoverCodes {
  issue(): string;
  /** Whether `code` was issued less than two minutes ago and not used yet; it is used up by this. */
  redeem(code: string): boolean;
}

/** An empty store of codes; `now` gives the time in milliseconds. */
export function createHandoverCodes(now: () => number = Date.now): HandoverCodes {
  let valid: readonly { readonly code: string; readonly until: number }[] = [];
  const dropExpired = () => {
    valid = valid.filter(({ until }) => now() < until);
  };
  return {
    issue: () => {
      dropExpired();
      const code = newSecret();
      valid = [...valid, { code, until: now() + CODE_LIFETIME }];
      return code;
    },
    redeem: (code) => {
      dropExpired();
      const left = valid.filter((entry) => !sameSecret(entry.code, code));
      const found = left.length < valid.length;
      valid = left;
      return found;
    },
  };
}

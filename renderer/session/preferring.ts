import type { Preferences } from "../../annotations/api/contract.ts";
import { desk, setDesk } from "./desk.ts";
import { sentenceOf } from "./sentence.ts";
import { client } from "./transport.ts";

/** Remembers a choice on this machine and shows it at once. */
export function prefer(change: Partial<Preferences>): void {
  const preferences = { ...desk().preferences, ...change };
  setDesk({ preferences });
  client("preferences.set", preferences).catch((error: unknown) => {
    setDesk({
      notice: `This choice could not be remembered: ${sentenceOf(error)}`,
    });
  });
}

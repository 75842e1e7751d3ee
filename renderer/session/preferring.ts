import type { Preferences } from "../../annotations/api/contract.ts";
import { desk, setDesk } from "./desk.ts";
import { latestOnly } from "./latest-only.ts";
import { sentenceOf } from "./sentence.ts";
import { client } from "./transport.ts";

/** Remembers a choice on this machine and shows it at once. */
export function prefer(change: Partial<Preferences>): void {
  const preferences = { ...desk().preferences, ...change };
  setDesk({ preferences });
  choices.give(preferences);
}

/** Has choices that still wait survive the page that is being left. */
export function hurryChoices(): void {
  choices.hurry();
}

const choices = latestOnly(async (preferences: Preferences) => {
  try {
    await client("preferences.set", preferences);
  } catch (error) {
    setDesk({ notice: `This choice could not be remembered: ${sentenceOf(error)}` });
  }
});

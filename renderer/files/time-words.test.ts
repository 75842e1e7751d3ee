import { describe, expect, it } from "vitest";
import { sinceWords } from "./time-words.ts";

describe("sinceWords", () => {
  it.each([
    ["2022-11-23T14:00:00Z", "just now"],
    ["2022-11-23T13:59:30Z", "just now"],
    ["2022-11-23T13:59:00Z", "1 minute ago"],
    ["2022-11-23T13:00:30Z", "59 minutes ago"],
    ["2022-11-23T11:10:00Z", "2 hours ago"],
    ["2022-11-22T13:00:00Z", "yesterday"],
    ["2022-11-15T14:00:00Z", "last week"],
    ["2022-07-01T00:00:00Z", "4 months ago"],
    ["2019-11-01T00:00:00Z", "3 years ago"],
    ["2022-11-23T14:20:00Z", "in 20 minutes"],
  ])("rounds %s down to a unit that people would use", (at, words) => {
    expect(sinceWords(at, "2022-11-23T14:00:00Z")).toBe(words);
  });
});

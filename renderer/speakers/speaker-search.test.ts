import { describe, expect, it } from "vitest";
import { MarkId, newId } from "../../annotations/model/id.ts";
import type { ListedSpeaker } from "../../annotations/model/speaker-list.ts";
import { searchSpeakers } from "./speaker-search.ts";

function speaker(name: string, marks: number, ...aliases: readonly string[]): ListedSpeaker {
  const quoted = { marks: new Set(Array.from({ length: marks }, () => newId(MarkId))), sources: new Set<never>() };
  return { key: name.toLowerCase(), name, aliases, quoted, entries: [] };
}

const speakers = [
  speaker("Aïda Goïta", 1),
  speaker("Ministry of Defence", 3, "the ministry", "MoD"),
  speaker("Malian army", 2),
];

const found = (query: string, recent: readonly string[] = []) =>
  searchSpeakers(speakers, query, recent).map(({ name }) => name);

describe("searchSpeakers", () => {
  it("finds by any name, without regard to case, accents and one slip of the pen", () => {
    expect(found("goita")).toEqual(["Aïda Goïta"]);
    expect(found("mod")[0]).toBe("Ministry of Defence");
    expect(found("defense")).toEqual(["Ministry of Defence"]);
    expect(found("nobody")).toEqual([]);
  });

  it("puts those used last first where nothing is asked, by any name, then those whom most marks quote", () => {
    expect(found("")).toEqual(["Ministry of Defence", "Malian army", "Aïda Goïta"]);
    expect(found("", ["Aïda Goïta", "mod"])).toEqual(["Aïda Goïta", "Ministry of Defence", "Malian army"]);
  });

  it("prefers a whole name", () => {
    expect(found("malian army")[0]).toBe("Malian army");
  });
});

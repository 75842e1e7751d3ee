import { describe, expect, it } from "vitest";
import type { ListedClaim } from "../../annotations/model/claim-list.ts";
import { AnalystId, ClaimId, newId } from "../../annotations/model/id.ts";
import { searchClaims } from "./claim-search.ts";

const revisedBy = newId(AnalystId);

function claim(label: string, text: string, aliases: readonly string[] = []): ListedClaim {
  const at = "2026-01-01T00:00:00.000Z";
  const id = newId(ClaimId);
  return {
    id,
    label,
    displayLabel: label,
    text,
    note: "",
    aliases,
    createdAt: at,
    revisedAt: at,
    removed: false,
    revisedBy,
  };
}

const elections = claim("C1", "Colonel Goïta put off the elections");
const moura = claim("C12", "Between 300 and 400 people died at Moura");
const mines = claim("C3", "Access to mines paid for the soldiers", ["gold"]);
const claims = [elections, moura, mines];

const found = (query: string, recent: readonly ClaimId[] = []) =>
  searchClaims(claims, query, recent).map(({ displayLabel }) => displayLabel);

describe("searchClaims", () => {
  it("puts the claim with exactly this ID before those that begin with it", () => {
    expect(found("c1")).toEqual(["C1", "C12"]);
  });

  it("takes the number for the ID", () => {
    expect(found("3")[0]).toBe("C3");
    expect(found("12")[0]).toBe("C12");
  });

  it("finds words from their beginning, in any order, without regard to case and diacritics", () => {
    expect(found("elec GOITA")).toEqual(["C1"]);
  });

  it("finds aliases", () => {
    expect(found("gold")).toEqual(["C3"]);
  });

  it("finds nothing when one of the words is missing", () => {
    expect(found("moura gold")).toEqual([]);
  });

  it("lists the claims used last first when nothing is asked", () => {
    expect(found("", [mines.id, moura.id])).toEqual(["C3", "C12", "C1"]);
  });

  it("prefers the claim used last among equal answers", () => {
    expect(found("people", [])).toEqual(["C12"]);
    expect(found("t", [mines.id])[0]).toBe("C3");
  });

  it("finds words with one slip of the pen: a letter wrong, missing, too many, or two exchanged", () => {
    for (const typed of ["elactions", "eletions", "electtions", "elcetions", "colnel"])
      expect(found(typed)).toEqual(["C1"]);
  });

  it("finds a word by some of its letters in order", () => {
    expect(found("sldrs")).toEqual(["C3"]);
  });

  it("finds nothing by a slip in a long query, which is a new claim being written", () => {
    expect(found("colonel goita put off elactions")).toEqual([]);
    expect(found("colonel goita put off elections")).toEqual(["C1"]);
  });

  it("lists those pinned after those used last", () => {
    const labels = searchClaims(claims, "", [moura.id], [mines.id, moura.id]).map(({ label }) => label);
    expect(labels).toEqual(["C12", "C3", "C1"]);
  });
});

import { describe, expect, it } from "vitest";
import { datelinesOf } from "./dateline.ts";

describe("datelinesOf", () => {
  it.each([
    ["2020-03-04", "2020-03-04"],
    ["2020-03-04T10:15:00Z", "2020-03-04"],
    ["2020-03-04 10:15", "2020-03-04"],
    ["2020/3/4", "2020-03-04"],
    ["2020-03", "2020-03"],
    ["4 March 2020", "2020-03-04"],
    ["4th of March, 2020", "2020-03-04"],
    ["March 4, 2020", "2020-03-04"],
    ["MARCH 4, 2020", "2020-03-04"],
    ["Mar. 4 2020", "2020-03-04"],
    ["Wednesday, March 4th, 2020 at 10:15 am EST", "2020-03-04"],
    ["Wed, 4 Mar 2020 10:15:00 +0100 (CET)", "2020-03-04"],
    ["March 2020", "2020-03"],
    ["mercredi 4 mars 2020 à 10h15", "2020-03-04"],
    ["1er août 2020", "2020-08-01"],
    ["4. März 2020, 10:15 Uhr", "2020-03-04"],
    ["04.03.2020", "2020-03-04"],
    ["4 de marzo de 2020", "2020-03-04"],
    ["4 марта 2020 г.", "2020-03-04"],
    ["4 مارس 2020", "2020-03-04"],
    ["٤ مارس ٢٠٢٠", "2020-03-04"],
    ["2020年3月4日", "2020-03-04"],
    ["2020年3月", "2020-03"],
    ["29 February 2020", "2020-02-29"],
    ["24/03/2020", "2020-03-24"],
    ["03/24/2020", "2020-03-24"],
    ["03/03/2020", "2020-03-03"],
  ])("reads %s", (line, date) => {
    expect(datelinesOf(line)).toEqual([{ date, event: "unstated" }]);
  });

  it("keeps the year alone when nothing tells day from month", () => {
    expect(datelinesOf("03/04/2020")).toEqual([{ date: "2020", event: "unstated" }]);
  });

  it.each([
    ["Updated: Mar 15, 2020", "2020-03-15", "updated"],
    ["Last updated on 15 March 2020", "2020-03-15", "updated"],
    ["Mis à jour le 15 mars 2020", "2020-03-15", "updated"],
    ["Published 15 March 2020", "2020-03-15", "published"],
    ["Published on March 15, 2020", "2020-03-15", "published"],
    ["Published: 2020", "2020", "published"],
    ["Date: 2020-03-15", "2020-03-15", "published"],
    ["Veröffentlicht am 15. März 2020", "2020-03-15", "published"],
  ])("reads the label of %s", (line, date, event) => {
    expect(datelinesOf(line)).toEqual([{ date, event }]);
  });

  it("reads every part of a line that bars divide", () => {
    expect(datelinesOf("By Amina Sowe | Published: 4 March 2020 | Updated: 9 April 2020 | Rivers")).toEqual([
      { date: "2020-03-04", event: "published" },
      { date: "2020-04-09", event: "updated" },
    ]);
  });

  it.each([
    "2020",
    "4 March",
    "UPDATE, MARCH 9:",
    "30 February 2020",
    "31/31/2020",
    "March 32, 2020",
    "2020-13-01",
    "Smith 2020",
    "On 4 March 2020 the ferry sailed",
    "4 March 2020 was a Wednesday",
    "In March 2020",
    "Published in 2020",
    "",
  ])("finds no date in %j", (line) => {
    expect(datelinesOf(line)).toEqual([]);
  });
});

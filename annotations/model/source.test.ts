import { describe, expect, it } from "vitest";
import { article } from "../testing/article.ts";
import { PartialDate, SourceRecord, sourceName } from "./source.ts";

describe("PartialDate", () => {
  it.each(["", "2022", "2022-11", "2022-11-23", "2020-02-29"])("accepts %j", (date) => {
    expect(PartialDate.parse(date)).toBe(date);
  });

  it.each([
    "22",
    "2022-",
    "2022-13",
    "2022-00",
    "2022-11-32",
    "2022-11-00",
    "2022-1-1",
    "23.11.2022",
    "2022-11-23T00:00",
    " ",
  ])("refuses %j", (date) => {
    expect(PartialDate.safeParse(date).success).toBe(false);
  });
});

describe("sourceName", () => {
  it("is the outlet, else the title, else the file's name", () => {
    const named = (fields: object) => sourceName(article("", { originalName: "000.txt", ...fields }).source);
    expect(named({ outlet: "Rivernet", title: "The Ferry" })).toBe("Rivernet");
    expect(named({ title: "The Ferry" })).toBe("The Ferry");
    expect(named({})).toBe("000.txt");
  });
});

describe("SourceRecord", () => {
  it.each([
    [0, true],
    [1_000_000, true],
    [1_000_001, false],
    [-1, false],
  ])("with order %d is valid: %s", (order, valid) => {
    expect(SourceRecord.shape.order.safeParse(order).success).toBe(valid);
  });
});

import { describe, expect, it } from "vitest";
import { hostOf, outletOf, urlOf } from "./outlet.ts";

describe("outletOf", () => {
  it.each([
    ["© 2020 The Kolda Gazette", "The Kolda Gazette"],
    ["© 2020 The Kolda Gazette. All rights reserved.", "The Kolda Gazette"],
    ["Copyright © 2019–2020 by Rivernet, all rights reserved", "Rivernet"],
    ["(c) 2020 Rivernet | Imprint", "Rivernet"],
    ["This article first appeared in The Kolda Gazette.", "The Kolda Gazette"],
    ["This piece was originally published by Rivernet on 4 March 2020 and is used with permission.", "Rivernet"],
    ["The story was first published on Rivernet in 2020", "Rivernet"],
  ])("reads %s", (line, outlet) => {
    expect(outletOf(line)).toBe(outlet);
  });

  it.each([
    "© Rivernet",
    "© 2020",
    "© 2020 Getty Images",
    "The ferry first appeared in 1998",
    "As this article first appeared in print, nobody laughed.",
    "Home / The Kolda Gazette",
    "",
  ])("finds no outlet in %j", (line) => {
    expect(outletOf(line)).toBe("");
  });
});

describe("urlOf and hostOf", () => {
  it.each([
    ["https://www.river.example/2020/03?ferry=1#top", "https://www.river.example/2020/03?ferry=1#top", "river.example"],
    ["http://river.example", "http://river.example", "river.example"],
    ["https://river.example:8080/a", "https://river.example:8080/a", "river.example"],
    ["www.river.example", "", "river.example"],
    ["news.river.example", "", "news.river.example"],
  ])("read %s", (line, url, host) => {
    expect([urlOf(line), hostOf(line)]).toEqual([url, host]);
  });

  it.each([
    "See https://river.example",
    "https://river",
    "Rivernet",
    "e.g",
    "a.b.",
    "ftp://river.example/a",
    "U.S",
    "3.14",
    "",
  ])("find nothing in %j", (line) => {
    expect([urlOf(line), hostOf(line)]).toEqual(["", ""]);
  });
});

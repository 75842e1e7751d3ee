import { describe, expect, it } from "vitest";
import { authorOfByline, authorOfSignature } from "./byline.ts";

describe("authorOfByline", () => {
  it.each([
    ["By Amina Sowe", "Amina Sowe"],
    ["By Amina Sowe – Visiting Fellow", "Amina Sowe"],
    ["By Amina Sowe, Visiting Fellow", "Amina Sowe"],
    ["By Amina Sowe (Kolda)", "Amina Sowe"],
    ["by Amina Sowe on March 4, 2020", "Amina Sowe"],
    ["4 March 2020 | By Amina Sowe", "Amina Sowe"],
    ["BY AMINA SOWE", "AMINA SOWE"],
    ["Written by A. B. Sowe", "A. B. Sowe"],
    ["By Lamin van der Berg and Amina Sowe", "Lamin van der Berg and Amina Sowe"],
    ["By Amina Sowe, Omar Jatta and Awa Ndiaye", "Amina Sowe, Omar Jatta and Awa Ndiaye"],
    ["By Jean-Luc N’Diaye", "Jean-Luc N’Diaye"],
    ["Author: Amina Sowe", "Amina Sowe"],
    ["Par Aïssata Diarra", "Aïssata Diarra"],
    ["Von Jürgen Öhler", "Jürgen Öhler"],
    ["作者：王小明", "王小明"],
    ["بقلم: آمنة سو", "آمنة سو"],
  ])("reads %s", (line, author) => {
    expect(authorOfByline(line)).toBe(author);
  });

  it.each([
    "By the end of the year",
    "By Monday",
    "By Land and Sea",
    "By Staff Reporter",
    "By Amina Sowe it was called a shame.",
    "By Omar Jatta 2021 opens with a bridge",
    "Amina Sowe",
    "Standby Amina Sowe",
    "",
  ])("finds no author in %j", (line) => {
    expect(authorOfByline(line)).toBe("");
  });
});

describe("authorOfSignature", () => {
  it.each([
    ["Amina Sowe", "Amina Sowe"],
    ["— Amina Sowe", "Amina Sowe"],
    ["Lamin van der Berg", "Lamin van der Berg"],
    ["Amina B. Sowe", "Amina B. Sowe"],
    ["Emmett McCarthy", "Emmett McCarthy"],
  ])("reads %s", (line, author) => {
    expect(authorOfSignature(line)).toBe(author);
  });

  it.each([
    "Sowe",
    "AMINA SOWE",
    "Amina Sowe.",
    "The End",
    "Further Reading",
    "Human Rights Watch",
    "United Nations",
    "Leave a Reply",
    "Amina Sowe teaches",
    "Amina Sowe 2020",
    "آمنة سو",
    "",
  ])("finds no name in %j", (line) => {
    expect(authorOfSignature(line)).toBe("");
  });
});

import { describe, expect, it } from "vitest";
import { textBlocks } from "./blocks.ts";
import { boilerplateOf } from "./boilerplate.ts";

function boilerplate(...lines: readonly string[]): string[] {
  return [...boilerplateOf(textBlocks(lines.join("\n\n")))].map(({ line }) => line);
}

const BODY = `${"The ferry at Kolda had been out of service for weeks. ".repeat(5)}Nobody knew why.`;

describe("boilerplateOf", () => {
  it("takes two menu words for a menu and a single one for a heading", () => {
    expect(boilerplate("News", "Events", "The ferry", BODY, "Analysis", BODY)).toEqual(["News", "Events"]);
  });

  it("takes the replies and everything after them, however long", () => {
    expect(boilerplate("The ferry", BODY, BODY, "2 comments", "Omar says:", BODY)).toEqual([
      "2 comments",
      "Omar says:",
      BODY,
    ]);
  });

  it("leaves a footer heading above most of the text to the article", () => {
    expect(boilerplate("The ferry", BODY, "Leave a reply", BODY, BODY)).toEqual([]);
    expect(boilerplate("Recent Posts", "The bridge", BODY)).toEqual([]);
  });

  it("takes a list of other articles, and leaves whole paragraphs below such a heading to the article", () => {
    expect(boilerplate(BODY, "You may also like", "The bridge", "The lock")).toEqual([
      "You may also like",
      "The bridge",
      "The lock",
    ]);
    expect(boilerplate(BODY, BODY, "You may also like", "The bridge", BODY)).toEqual([]);
  });

  it("takes a biography at the end", () => {
    const life = "Sowe teaches at the river school.";
    expect(boilerplate(BODY, "About Amina Sowe", life)).toEqual(["About Amina Sowe", life]);
    expect(boilerplate(BODY, "About the author", life)).toEqual(["About the author", life]);
  });

  it("leaves what is about something else, or is not at the end, to the article", () => {
    expect(boilerplate(BODY, "About the ferry", BODY)).toEqual([]);
    expect(boilerplate(BODY, "About Amina Sowe", "Nobody knows her.")).toEqual([]);
    expect(boilerplate(BODY, "About Amina Sowe", "Sowe teaches.", BODY, BODY, BODY)).toEqual([]);
    expect(boilerplate("About Amina Sowe", "Sowe teaches.", BODY)).toEqual([]);
    expect(boilerplate(BODY, "About Amina Sowe")).toEqual([]);
  });

  it("takes all title lines but the last, whatever their case and the site's name after them", () => {
    expect(boilerplate("The Ferry | Rivernet", "THE FERRY", "The ferry", "By Amina Sowe", BODY)).toEqual([
      "The Ferry | Rivernet",
      "THE FERRY",
    ]);
  });

  it("leaves a line that stands again in the text to the article", () => {
    expect(boilerplate("The Ferry", BODY, "The Ferry", BODY)).toEqual([]);
    expect(boilerplate("The Ferry", "It sailed.", "Yes", "Yes", BODY)).toEqual([]);
  });
});

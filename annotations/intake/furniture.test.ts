import { describe, expect, it } from "vitest";
import { footerOf, isFurniture, isNavigationWord } from "./furniture.ts";

describe("isFurniture", () => {
  it.each([
    "top of page",
    "Bottom of page",
    "Skip to content",
    "Home / Rivers / The ferry",
    "Home » Rivers",
    "News > Rivers > Ferries",
    "Home | News | About | Contact",
    "Home News About",
    "42 views0 comments",
    "1.2k views · 3 comments",
    "4 min read",
    "Share this article",
    "Share on Facebook",
    "Share this via email, print",
    "Subscribe to our newsletter",
    "Sign up for our weekly updates and never miss a ferry.",
    "Follow us on the usual networks",
    "We use cookies to make this site work.",
    "By continuing to browse you accept our cookies.",
    "Accept all cookies",
    "Photo: B. Kanté/Harbour Pictures",
    "Image: The jetty (Source: Harbour office)",
    "(Photo: Harbour office)",
    "Cover photo by B. Kanté",
    "Crédit photo : B. Kanté",
    "Read also: The bridge of Kolda",
    "© 2020 Rivernet",
  ])("knows %j", (line) => {
    expect(isFurniture(line)).toBe(true);
  });

  it.each([
    "The ferry came home / the winch did not.",
    "Home is where the ferry lands",
    "News",
    "Share of the vote",
    "Subscribe to this theory and you will be disappointed.",
    "The office used cookies as a bribe.",
    "Picture the scene: a jetty at dusk.",
    "Photographs show: nothing",
    "12 views of the harbour",
    "4 > 3",
    "He said / she said",
    "© Rivernet",
    "See also the table below.",
    "",
  ])("leaves %j to the article", (line) => {
    expect(isFurniture(line)).toBe(false);
  });

  it("never takes a long paragraph for furniture", () => {
    expect(isFurniture(`We use cookies ${"and words ".repeat(60)}`)).toBe(false);
  });
});

describe("footerOf", () => {
  it.each([
    ["Leave a Reply", "replies"],
    ["12 comments", "replies"],
    ["3 thoughts on “The ferry”", "replies"],
    ["Recent Posts", "list"],
    ["See All", "list"],
    ["Related", "list"],
    ["Related articles:", "list"],
    ["You may also like…", "list"],
    ["More from Rivernet", "list"],
    ["Related questions were raised", null],
    ["Comments on the ferry", null],
    ["", null],
  ])("says what %j heads", (line, footer) => {
    expect(footerOf(line)).toBe(footer);
  });
});

describe("isNavigationWord", () => {
  it.each([
    ["About us", true],
    ["→ MENU", true],
    ["About Amina", false],
    ["", false],
  ])("judges %j", (line, expected) => {
    expect(isNavigationWord(line)).toBe(expected);
  });
});

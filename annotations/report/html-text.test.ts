import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlText } from "./html-text.ts";

const NAMES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#96": "`" };

describe("htmlText", () => {
  it("leaves no character that ends a text or a quoted attribute, and is read as the text again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const written = htmlText(text);
        expect(written).not.toMatch(/[<>"'`]/);
        expect(written.replace(/&([^;]*);/g, (_, name) => NAMES[name] ?? "")).toBe(text);
      }),
    );
  });

  it("shows that there was a character which no page may hold", () => {
    expect(htmlText("a\0b\u0085c\td\ne")).toBe("a\ufffdb\ufffdc\td\ne");
  });
});

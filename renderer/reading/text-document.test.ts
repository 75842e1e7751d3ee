import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { article } from "../../annotations/testing/article.ts";
import { textDocument } from "./text-document.ts";

const sourceOf = (text: string) => article(text).source;

describe("textDocument", () => {
  it("places an offset after an emoji one code point further, though it is two units long", () => {
    const { position, offset } = textDocument(sourceOf("a😀b"));
    expect([0, 1, 2, 3].map(position)).toEqual([2, 3, 5, 6]);
    expect([2, 3, 5, 6].map(offset)).toEqual([0, 1, 2, 3]);
  });

  it("takes an offset between two blocks as the end of the first", () => {
    const { position } = textDocument(sourceOf("One two three.\n\nFour five six."));
    expect(position(15)).toBe(position(14));
  });

  it("finds every offset inside a block again", () => {
    const words = fc.stringMatching(/^[a-zé😀 ]{1,20}$/u);
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (lines) => {
        fc.pre(lines.some((line) => line.trim() !== ""));
        const source = sourceOf(lines.join("\n\n"));
        const text = textDocument(source);
        for (const block of source.blocks) {
          for (let at = block.start; at <= block.end; at++) expect(text.offset(text.position(at))).toBe(at);
        }
      }),
    );
  });

  it("shows every block as it stands in the text", () => {
    const source = sourceOf("A heading\n\nFirst paragraph, with 😀.\n\nSecond one.");
    const { doc } = textDocument(source);
    expect(doc.children.flatMap((part) => part.children.map((node) => node.textContent))).toEqual([
      "A heading",
      "First paragraph, with 😀.",
      "Second one.",
    ]);
  });
});

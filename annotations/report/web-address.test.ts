import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkTarget } from "./web-address.ts";

describe("linkTarget", () => {
  it("has nothing but what an address may hold, and of the web or of mail alone", () => {
    const address = fc
      .tuple(fc.constantFrom("http://", "HTTPS://", "mailto:", "javascript:", ""), fc.string({ unit: "binary" }))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(address, (text) => {
        const target = linkTarget(text);
        if (target !== null) expect(target).toMatch(/^(?:https?:\/\/|mailto:)[A-Za-z0-9\-._~:/?#[\]@!$&()*+,;=%]+$/i);
      }),
    );
  });

  it("leaves an address as it is that needs nothing", () => {
    const address = "https://x.example/a-b_c~d/?q=%C3%A9&r=(1)#s";
    expect(linkTarget(` ${address}\n`)).toBe(address);
    expect(linkTarget("https://x.example/é'")).toBe("https://x.example/%C3%A9%27");
  });
});

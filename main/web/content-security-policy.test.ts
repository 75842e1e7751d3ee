import { expect, it } from "vitest";
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from "./content-security-policy.ts";

it("allows the page its own files and nothing else", () => {
  expect(CONTENT_SECURITY_POLICY).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
      "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'none'; object-src 'none'; " +
      "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types ProseMirrorClipboard ParallaxWorker",
  );
});

it("is sent together with the headers that keep other pages away", () => {
  expect(SECURITY_HEADERS).toEqual({
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  });
});

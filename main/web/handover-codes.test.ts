import { expect, it } from "vitest";
import { CODE_LIFETIME, createHandoverCodes } from "./handover-codes.ts";

it("takes each code once", () => {
  const codes = createHandoverCodes();
  const [first, second] = [codes.issue(), codes.issue()];
  const tried = [second, second, first, first].map((code) => codes.redeem(code));
  expect(tried).toEqual([true, false, true, false]);
});

it("takes no code that it did not issue", () => {
  const codes = createHandoverCodes();
  const code = codes.issue();
  expect(["", "x", code.slice(1), `${code}x`].map((other) => codes.redeem(other))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

it("takes a code for two minutes", () => {
  let time = 1_000;
  const codes = createHandoverCodes(() => time);
  const [early, late] = [codes.issue(), codes.issue()];
  time += CODE_LIFETIME - 1;
  expect(codes.redeem(early)).toBe(true);
  time += 1;
  expect(codes.redeem(late)).toBe(false);
});

it("issues 256 bits that need no escaping in an address, never the same twice", () => {
  const codes = createHandoverCodes();
  const issued = Array.from({ length: 100 }, () => codes.issue());
  expect(new Set(issued).size).toBe(100);
  for (const code of issued) expect(code).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

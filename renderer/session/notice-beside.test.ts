import { expect, it } from "vitest";
import type { Access } from "../../annotations/api/access.ts";
import { noticeBeside, unhelpedNotice } from "./notice-beside.ts";

const full: Access = { kind: "read-only", reason: "The disk is full.", remedy: "try-again" };

it("says why a remedy did not help, unless that is shown already", () => {
  expect(unhelpedNotice("Another window has it.", full)).toBe("Another window has it.");
  expect(unhelpedNotice("The disk is full.", full)).toBe("That did not help: nothing can be changed yet.");
  expect(unhelpedNotice("The disk is full.", { kind: "writable" })).toBe("The disk is full.");
});

it("shows no notice that is the reason why nothing can be changed", () => {
  expect(noticeBeside("The disk is full.", full)).toBeNull();
  expect(noticeBeside("The article was added.", full)).toBe("The article was added.");
  expect(noticeBeside("The disk is full.", { kind: "writable" })).toBe("The disk is full.");
  expect(noticeBeside(null, full)).toBeNull();
});

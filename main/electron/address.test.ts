import { describe, expect, it } from "vitest";
import { isOwnAddress, START_PAGE } from "./address.ts";

describe("isOwnAddress", () => {
  it.each([START_PAGE, "app://parallax/index.html", "app://parallax/?a=1#b", "app://parallax"])("accepts %s", (url) => {
    expect(isOwnAddress(url)).toBe(true);
  });

  it.each([
    "",
    "about:blank",
    "about:srcdoc",
    "parallax",
    "app:parallax",
    "app:///parallax/",
    "app://parallax.example/",
    "app://other/",
    "app://parallax:1/",
    "app://somebody@parallax/",
    "app://parallax@example.org/",
    "apps://parallax/",
    "https://parallax/",
    "http://app://parallax/",
    "file:///parallax/",
    "data:text/html,app://parallax/",
    "blob:app://parallax/4a4b",
    "javascript:app://parallax/",
  ])("refuses %j", (url) => {
    expect(isOwnAddress(url)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { EXPORT_FORMATS, exportFormat } from "./formats.ts";

describe("exportFormat", () => {
  it("finds every listed format by its id and nothing else", () => {
    expect(EXPORT_FORMATS.map(({ id }) => exportFormat(id))).toEqual(EXPORT_FORMATS);
    expect(new Set(EXPORT_FORMATS.map(({ id }) => id)).size).toBe(EXPORT_FORMATS.length);
    expect(["", "JSON", "__proto__", "constructor"].map(exportFormat)).toEqual(Array(4).fill(undefined));
  });
});

/** A way of counting in a text. */
export type OffsetUnit = "utf-16" | "code-point";

/**
 * How the offsets of a line count; a line that Parallax writes says so in `offsets`. The window of doccano counts UTF-16 code units since version 1.5, and its exports have
 * comments since version 1.8.1. Older ones, and programs in Python that write such lines, count code points. Projects that
 * count grapheme clusters do not say so in their exports.
 */
export function offsetUnit({ offsets, Comments }: { offsets?: unknown; Comments?: unknown }): OffsetUnit {
  if (offsets === "utf-16" || offsets === "code-point") return offsets;
  return Comments === undefined ? "code-point" : "utf-16";
}

/** What is to be said of a line that leaves open how it counts, where that matters; null where it does not. */
export function doubtAboutUnit(line: { offsets?: unknown; Comments?: unknown }, text: string): string | null {
  if (line.offsets !== undefined || !/[\u{10000}-\u{10ffff}]/u.test(text)) return null;
  const unit = offsetUnit(line) === "utf-16" ? "UTF-16 code units, as doccano’s window does" : "code points";
  return `an emoji or the like can shift what follows it: offsets are taken to count ${unit}`;
}

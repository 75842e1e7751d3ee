import type { ReadableFormat, WritableFormat } from "../format.ts";
import { FORMATS } from "../formats.ts";

/** The formats that are written and read. */
export const BOTH_WAYS = FORMATS.filter(
  (format): format is WritableFormat & ReadableFormat => format.write !== undefined && format.reader !== undefined,
);

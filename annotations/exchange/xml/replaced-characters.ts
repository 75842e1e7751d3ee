import { amount } from "../../text/amount.ts";
import type { XmlWriter } from "./xml-writer.ts";

/** What was changed because XML cannot hold it, in sentences. */
export function replacedCharacters({ replaced }: XmlWriter): readonly string[] {
  if (replaced === 0) return [];
  return [
    `${amount(replaced, "character")} that XML cannot hold ${replaced === 1 ? "is" : "are"} replaced by “\ufffd”.`,
  ];
}

import { ReadTag } from "./read-annotations.ts";

const FIELDS = ["stance", "voice", "attitude", "certainty", "confidence"] as const;

/** Sets the field of a tag that an attribute of a foreign file stands for, in any case; gives back whether it stands for one. */
export function setAttribute(tag: Partial<ReadTag>, name: string, value: string): boolean {
  const field = FIELDS.find((one) => one === name.toLowerCase());
  const word = value.toLowerCase().replaceAll(/[\s_]+/g, "-");
  const found = field && ReadTag.shape[field].safeParse(word);
  if (!found?.success || found.data === undefined) return false;
  Object.assign(tag, { [field ?? ""]: found.data });
  return true;
}

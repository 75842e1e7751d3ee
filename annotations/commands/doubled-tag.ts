import { saysTheSame, type Tag } from "../model/tag.ts";
import { sameContent } from "./same-content.ts";

/** Whether two tags say the same with the same note and value, so that nothing is lost when one of them goes. */
export function isDoubled(a: Tag, b: Tag): boolean {
  return a.note === b.note && saysTheSame(a, b) && sameContent(a.value, b.value);
}

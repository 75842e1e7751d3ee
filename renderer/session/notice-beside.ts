import type { Access } from "../../annotations/api/access.ts";

/** What is said when a remedy did not help. Where the reason is shown already, it is not said again. */
export function unhelpedNotice(sentence: string, access: Access): string {
  return isShown(sentence, access) ? "That did not help: nothing can be changed yet." : sentence;
}

/** The notice that is shown beside the reason why nothing can be changed; null where it would be the same sentence. */
export function noticeBeside(notice: string | null, access: Access): string | null {
  return notice !== null && isShown(notice, access) ? null : notice;
}

function isShown(sentence: string, access: Access): boolean {
  return access.kind === "read-only" && access.reason === sentence;
}

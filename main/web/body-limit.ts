import { MAX_ARTICLE_BYTES, MAX_COPY_BYTES, type Method } from "../../annotations/api/contract.ts";

/** How large a body may be, and what a person is told when one is larger. */
export interface BodyLimit {
  readonly bytes: number;
  readonly message: string;
}

const MIB = 1024 * 1024;

const CALL: BodyLimit = { bytes: MIB, message: "This call is too large: the limit is 1 MiB." };

/** Going back to a former version may change every mark there is. */
const CHANGES: BodyLimit = {
  bytes: 64 * MIB,
  message: "These changes are too large to be saved at once: the limit is 64 MiB. Make them in smaller steps.",
};

const LARGER: ReadonlyMap<string, BodyLimit> = new Map<Method, BodyLimit>([
  [
    "intake.stage",
    {
      // An article in base64, with its name and the braces around it.
      bytes: Math.ceil(MAX_ARTICLE_BYTES / 3) * 4 + 64 * 1024,
      message: "This file is too large: the largest article that Parallax takes in is 64 MiB.",
    },
  ],
  [
    "annotations.stage",
    {
      bytes: Math.ceil(MAX_ARTICLE_BYTES / 3) * 4 + 256 * 1024,
      message: "These files are too large: up to 64 MiB are read at once. Use “parallax read” for more.",
    },
  ],
  [
    "merge.stage",
    {
      // Base64, with the places of the files and what stands around them.
      bytes: Math.ceil(MAX_COPY_BYTES / 3) * 4 + MIB,
      message:
        "This copy is too large to be handed over: the limit is 64 MiB. Merge its export as JSON, or use “parallax merge”.",
    },
  ],
  ["project.apply", CHANGES],
  ["project.saveCopy", CHANGES],
]);

/** The limit for the input of `method`. */
export function callLimit(method: string): BodyLimit {
  return LARGER.get(method) ?? CALL;
}

/** A handover code and the braces around it. */
export const HANDOVER_LIMIT: BodyLimit = { bytes: 1024, message: "This is not a handover code." };

import { z } from "zod";

/** Something that happened to a project's files and that people should know: what, to which file, and what to do. */
export const FileReport = z.strictObject({
  /** The file's place in the project's folder. */
  file: z.string(),
  /**
   * `restored`: all is there again; `lost`: something is missing; `waiting`: a version of the set waits for a decision;
   * `unread`: what another program wrote cannot be used, and what was there before is shown.
   */
  kind: z.enum(["restored", "lost", "waiting", "unread"]),
  message: z.string(),
});
export type FileReport = Readonly<z.infer<typeof FileReport>>;

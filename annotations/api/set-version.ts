import { z } from "zod";
import { Timestamp } from "../model/timestamp.ts";

/** Another version of the set of the analyst at work that is kept in the project's folder. */
export const SetVersion = z.strictObject({
  /** Its place in the project's folder. */
  id: z.string(),
  /**
   * `backup`: a former version; `edited`: another program wrote it in the place of ours; `conflict-copy`: a file-sync
   * service left it beside ours. The last two wait for a decision.
   */
  kind: z.enum(["backup", "edited", "conflict-copy"]),
  /** When it was written. */
  at: Timestamp,
  /** What it contains; null when it cannot be read. */
  contents: z.strictObject({ marks: z.int().min(0), claims: z.int().min(0), cells: z.int().min(0) }).nullable(),
});
export type SetVersion = Readonly<z.infer<typeof SetVersion>>;

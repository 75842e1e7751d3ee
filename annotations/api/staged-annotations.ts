import { z } from "zod";
import { ReadAnnotations } from "../exchange/reading/read-annotations.ts";
import { Source } from "../model/source.ts";

/** What files say that were read and of which nothing is in the project yet. */
export const StagedAnnotations = z.strictObject({
  /** Opaque; only the host knows what it stands for. */
  id: z.string(),
  /** The id of the format. */
  format: z.string(),
  /** The names of the files. */
  names: z.array(z.string()),
  read: ReadAnnotations,
  /** The sources that articles of the files would become, by the articles' keys. */
  additions: z.array(z.strictObject({ key: z.string(), source: Source })),
});
export type StagedAnnotations = Readonly<z.infer<typeof StagedAnnotations>>;

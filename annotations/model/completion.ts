import { z } from "zod";
import { SourceId } from "./id.ts";
import { Timestamp } from "./timestamp.ts";

/** An analyst's word that the work on a source is done, whether every claim has been looked for there or not. */
export const Completion = z.looseObject({ sourceId: SourceId, at: Timestamp });
export type Completion = Readonly<z.infer<typeof Completion>>;

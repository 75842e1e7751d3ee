import { z } from "zod";
import { AnalystId } from "./id.ts";

/** A person who marks texts. */
export const Analyst = z.looseObject({ id: AnalystId, name: z.string().trim().min(1).max(200) });
export type Analyst = Readonly<z.infer<typeof Analyst>>;

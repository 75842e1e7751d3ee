import { z } from "zod";
import { SpeakerId } from "./id.ts";
import { TAG_LENGTHS } from "./tag.ts";

const Name = z.string().trim().min(1).max(TAG_LENGTHS.speaker);

/** Somebody whom articles quote: the name that the project uses, and the other names that tags have for the same one. */
export const Speaker = z.looseObject({ id: SpeakerId, name: Name, aliases: z.array(Name).readonly() });
export type Speaker = Readonly<z.infer<typeof Speaker>>;

import { z } from "zod";
import { parseJson } from "../../text/json.ts";
import { ReadClaim, ReadSource } from "../reading/read-annotations.ts";
import { jsonLine } from "./one-line.ts";

const Id = z.string().optional();

/** What a comment in `annotation.conf` says of a name that stands in the folder. */
export const ConfNote = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("claim"), type: z.string(), ...ReadClaim.omit({ key: true }).shape }),
  z.object({ kind: z.literal("untagged"), type: z.string() }),
  z.object({ kind: z.literal("source"), file: z.string(), ...ReadSource.omit({ key: true, text: true }).shape }),
  z.object({ kind: z.literal("analyst"), folder: z.string(), id: Id, name: z.string() }),
]);
export type ConfNote = Readonly<z.infer<typeof ConfNote>>;

const BEGINNING = "# Parallax ";

/** The comment that says this. brat passes over it. */
export function confNote(note: ConfNote): string {
  return `${BEGINNING}${jsonLine(note)}`;
}

/** What a line of `annotation.conf` says, where it is such a comment and can be understood. */
export function confNoteOf(line: string): ConfNote | null {
  if (!line.startsWith(BEGINNING)) return null;
  const parsed = parseJson(line.slice(BEGINNING.length));
  return parsed.ok ? (ConfNote.safeParse(parsed.value).data ?? null) : null;
}

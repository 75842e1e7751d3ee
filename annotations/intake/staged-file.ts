import { z } from "zod";
import { Block, METADATA_FIELDS, Metadata } from "../model/source.ts";

/** What could be read off an article's text: where it comes from, and its blocks. An unknown field stays empty. */
export const Guess = z.strictObject({
  metadata: Metadata,
  /** The fields that the text gave; the others are empty. */
  guessed: z.array(z.enum(METADATA_FIELDS)).readonly(),
  blocks: z.array(Block).readonly(),
});
export type Guess = Readonly<z.infer<typeof Guess>>;

/** A file that was read and understood but is not in the project yet. */
export const StagedFile = z.strictObject({
  /** Opaque; only the host knows what it stands for. */
  id: z.string(),
  name: z.string(),
  /** Size of the file in bytes. */
  size: z.int().min(0),
  /** The canonical text. */
  text: z.string(),
  guess: Guess,
  /** The title of a source in the project that has the very same text, if there is one. */
  duplicateOf: z.string().nullable(),
});
export type StagedFile = Readonly<z.infer<typeof StagedFile>>;

/** A file that was refused, and why. */
export const RefusedFile = z.strictObject({ name: z.string(), reason: z.string() });
export type RefusedFile = Readonly<z.infer<typeof RefusedFile>>;

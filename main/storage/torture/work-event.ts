import { z } from "zod";
import { SetCommand } from "../../../annotations/commands/command.ts";
import { AnalystId } from "../../../annotations/model/id.ts";

/** In microseconds of a clock that all processes of the machine share. */
const at = z.int();

/** What a working process says, one line of JSON each. */
export const WorkEvent = z.discriminatedUnion("kind", [
  /** The program runs, and begins to open the project. */
  z.strictObject({ kind: z.literal("begun"), at }),
  /** The set is held, and was read through this record. */
  z.strictObject({ kind: z.literal("writable"), at, through: z.int() }),
  z.strictObject({ kind: z.literal("read-only"), at, reason: z.string() }),
  /** Said before the store is asked, so that nothing can be on the disk that nobody knows of. */
  z.strictObject({ kind: z.literal("asked"), at, number: z.int(), command: SetCommand, tagsSeen: z.array(z.string()) }),
  /** The operations with these numbers are saved; the record of the last one is number `through`. */
  z.strictObject({ kind: z.literal("acknowledged"), at, numbers: z.array(z.int()), through: z.int() }),
  z.strictObject({ kind: z.literal("refused"), at, numbers: z.array(z.int()), message: z.string() }),
  /** Something that must not happen. */
  z.strictObject({ kind: z.literal("fault"), at, message: z.string() }),
  /** Nothing more is asked for. */
  z.strictObject({ kind: z.literal("resting"), at }),
  /** The ids of everything in every analyst's set, as this process sees it. */
  z.strictObject({ kind: z.literal("view"), at, sets: z.record(AnalystId, z.array(z.string())) }),
]);
export type WorkEvent = Readonly<z.infer<typeof WorkEvent>>;

/** What a working process is to do. */
export interface WorkTask {
  readonly folder: string;
  readonly analyst: { readonly id: string; readonly name: string };
  readonly seed: number;
  /** How many processes work as this analyst, and which of them this is, from 0. */
  readonly contenders: number;
  readonly place: number;
  readonly idleTime: number;
  readonly backupEvery: number;
}

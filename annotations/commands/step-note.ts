import { z } from "zod";
import { Command } from "./command.ts";
import { type History, remember, stepBack, stepForward } from "./history.ts";
import { sameContent } from "./same-content.ts";

const commands = z.array(Command).max(10_000).readonly();

/** How a step reads after "Undo". */
const StepName = z.string().max(500);

/** A step as it is kept and read again. */
export const KeptStep = z.strictObject({
  name: StepName,
  done: commands,
  inverse: commands,
  merge: z.string().max(100).optional(),
});

const Do = z.strictObject({ kind: z.literal("do"), commands: z.int().min(0), name: StepName, inverse: commands });
const Undo = z.strictObject({ kind: z.literal("undo"), commands: z.int().min(0) });
const Redo = z.strictObject({ kind: z.literal("redo"), commands: z.int().min(0) });
const Lasting = z.strictObject({ kind: z.literal("lasting"), commands: z.int().min(0) });

/**
 * What commands that are saved are to the history: a new step with its inverse, the last one undone or redone, or something
 * that cannot be undone and leaves the steps as they are.
 */
export const StepNote = z.discriminatedUnion("kind", [Do, Undo, Redo, Lasting]);
export type StepNote = Readonly<z.infer<typeof StepNote>>;

/** The same as the host notes it, who alone says that a step was a merge. */
export const HostNote = z.discriminatedUnion("kind", [Do.extend({ merge: KeptStep.shape.merge }), Undo, Redo, Lasting]);
export type HostNote = Readonly<z.infer<typeof HostNote>>;

/** The history after commands that `notes` divide among themselves in order; null when they do not fit it. */
export function noted(history: History, saved: readonly Command[], notes: readonly HostNote[]): History | null {
  let after: History | null = history;
  let taken = 0;
  for (const note of notes) {
    const own = saved.slice(taken, taken + note.commands);
    taken += note.commands;
    after = after && notedOne(after, own, note);
  }
  return taken === saved.length ? after : null;
}

function notedOne(history: History, saved: readonly Command[], note: HostNote): History | null {
  switch (note.kind) {
    case "do":
      return remember(history, {
        name: note.name,
        done: saved,
        inverse: note.inverse,
        ...(note.merge === undefined ? {} : { merge: note.merge }),
      });
    case "undo":
      return sameContent(history.done.at(-1)?.inverse, saved) ? stepBack(history) : null;
    case "redo":
      return sameContent(history.undone.at(-1)?.done, saved) ? stepForward(history) : null;
    case "lasting":
      return history;
    default:
      return note satisfies never;
  }
}

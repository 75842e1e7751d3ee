import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { Command } from "../../annotations/commands/command.ts";
import { EMPTY_HISTORY, type History } from "../../annotations/commands/history.ts";
import { bounded } from "../../annotations/commands/kept-history.ts";
import { HostNote, KeptStep, noted } from "../../annotations/commands/step-note.ts";
import { AnalystId, ProjectId } from "../../annotations/model/id.ts";
import { parseJson } from "../../annotations/text/json.ts";
import { writeDurably, writeFully } from "./disk/durable-file.ts";
import type { Files } from "./disk/files.ts";
import { serial } from "./disk/serial.ts";

/** The set that a history belongs to, in one folder on this machine. */
export interface HistoryPlace {
  readonly folder: string;
  readonly projectId: ProjectId;
  readonly analystId: AnalystId;
}

/** Commands that were saved: the last record of the set's journal before and after them, and what they are to the history. */
export interface Saved {
  readonly before: number;
  readonly after: number;
  readonly commands: readonly Command[];
  readonly steps: readonly HostNote[];
}

/**
 * What can be undone and redone of each analyst's set, kept on this machine over a restart. It only helps: what goes wrong
 * here is reported and hinders nothing. A history is good only for the state of the set that it was made for.
 */
export interface Histories {
  /** The history of a set whose last record is `at`; an empty one when there is none for just that state. */
  read(place: HistoryPlace, at: number): Promise<History>;
  /** Remembers commands that are on the disk already. Never throws. */
  note(place: HistoryPlace, saved: Saved): Promise<void>;
  /** The history of the set that was read or noted last, as far as it is known. */
  readonly current: History;
}

/** Longer files are written anew, with nothing but what still can be undone. */
const LONGEST_FILE = 8_000_000;
/** How many sets are remembered. */
const MOST_FILES = 100;

const Base = z.strictObject({
  format: z.literal(1),
  folder: z.string(),
  projectId: ProjectId,
  analystId: AnalystId,
  at: z.int().min(0),
  done: z.array(KeptStep).readonly(),
  undone: z.array(KeptStep).readonly(),
});

const Record = z.strictObject({
  before: z.int().min(0),
  after: z.int().min(0),
  commands: z.array(Command).readonly(),
  steps: z.array(HostNote).readonly(),
});

/** A history and the record of the journal that it reaches to. */
interface Reached {
  readonly at: number;
  readonly history: History;
}

export function openHistories(files: Files, config: string, report: (error: unknown) => void): Histories {
  const folder = join(config, "histories");
  const inTurn = serial();
  let known: { readonly path: string; readonly reached: Reached } | null = null;

  function pathOf({ folder: of, projectId, analystId }: HistoryPlace): string {
    const name = createHash("sha256")
      .update(JSON.stringify([of, projectId, analystId]))
      .digest("hex")
      .slice(0, 32);
    return join(folder, `${name}.jsonl`);
  }

  async function load(place: HistoryPlace): Promise<Reached | null> {
    const path = pathOf(place);
    const facts = await files.facts(path);
    if (facts?.kind !== "file" || facts.size > 2 * LONGEST_FILE) return null;
    return replayed(Buffer.from(await files.read(path)).toString("utf8"), place);
  }

  async function begin(place: HistoryPlace, { at, history }: Reached): Promise<void> {
    await files.ensureFolder(folder);
    const path = pathOf(place);
    if ((await files.facts(path)) === null) await forgetOldest();
    const { done, undone } = history;
    const { folder: of, projectId, analystId } = place;
    const base: z.input<typeof Base> = { format: 1, folder: of, projectId, analystId, at, done, undone };
    await writeDurably(files, { path, bytes: lineOf(base) });
  }

  async function forgetOldest(): Promise<void> {
    const names = (await files.list(folder)).filter((name) => name.endsWith(".jsonl"));
    const dated = await Promise.all(
      names.map(async (name) => ({ name, modified: (await files.facts(join(folder, name)))?.modified ?? 0 })),
    );
    const old = dated.sort((a, b) => b.modified - a.modified).slice(MOST_FILES - 1);
    for (const { name } of old) await files.remove(join(folder, name));
  }

  async function append(path: string, saved: Saved): Promise<number> {
    const file = await files.open(path);
    try {
      const size = await file.size();
      const { before, after, commands, steps } = saved;
      const line = lineOf({ before, after, commands, steps });
      await writeFully(file, line, size);
      return size + line.length;
    } finally {
      await file.close();
    }
  }

  async function note(place: HistoryPlace, saved: Saved): Promise<void> {
    const path = pathOf(place);
    const reached = known?.path === path ? known.reached : await load(place);
    known = null;
    // What was changed in another way is between this and all before.
    const isNext = reached?.at === saved.before;
    if (!isNext) await begin(place, { at: saved.before, history: EMPTY_HISTORY });
    const next = after(isNext ? reached : { at: saved.before, history: EMPTY_HISTORY }, saved);
    if ((await append(path, saved)) > LONGEST_FILE) await begin(place, next);
    known = { path, reached: next };
  }

  return {
    read: (place, at) =>
      inTurn(async () => {
        try {
          const reached = await load(place);
          known = reached && { path: pathOf(place), reached };
          return reached?.at === at ? reached.history : EMPTY_HISTORY;
        } catch (error) {
          known = null;
          report(error);
          return EMPTY_HISTORY;
        }
      }),
    note: (place, saved) => inTurn(() => note(place, saved).catch(report)),
    get current() {
      return known?.reached.history ?? EMPTY_HISTORY;
    },
  };
}

/** What a file says, as far as it can be read; null when it does not begin as it should, or is another set's. */
function replayed(text: string, place: HistoryPlace): Reached | null {
  const [first = "", ...lines] = text.split("\n");
  const base = lineIn(first, Base);
  if (!base || base.folder !== place.folder) return null;
  if (base.projectId !== place.projectId || base.analystId !== place.analystId) return null;
  let reached: Reached = { at: base.at, history: bounded({ done: base.done, undone: base.undone }) };
  for (const line of lines) {
    const saved = lineIn(line, Record);
    // A last line that was broken off leaves a history that reaches less far than the set, and is not used.
    if (!saved) break;
    reached = after(reached, saved);
  }
  return reached;
}

function after({ at, history }: Reached, saved: Saved): Reached {
  const next = saved.before === at ? noted(history, saved.commands, saved.steps) : null;
  return { at: saved.after, history: next ? bounded(next) : EMPTY_HISTORY };
}

function lineIn<Schema extends z.ZodType>(line: string, schema: Schema): z.infer<Schema> | null {
  const parsed = parseJson(line);
  return parsed.ok ? (schema.safeParse(parsed.value).data ?? null) : null;
}

function lineOf(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`, "utf8");
}

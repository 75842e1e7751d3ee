import { randomUUID } from "node:crypto";
import type { Input, Output } from "../../annotations/api/contract.ts";
import { Failure } from "../../annotations/api/reply.ts";
import { Refusal } from "../../annotations/commands/refusal.ts";
import type { Step } from "../../annotations/commands/step.ts";
import type { HostNote } from "../../annotations/commands/step-note.ts";
import { mergePreview } from "../../annotations/merging/merge-preview.ts";
import type { Take } from "../../annotations/merging/merged-items.ts";
import { annotationSet, type Project } from "../../annotations/model/project.ts";
import type { Files } from "../storage/disk/files.ts";
import type { Histories, HistoryPlace } from "../storage/histories.ts";
import { takeMerge } from "../storage/project/merge-undo.ts";
import type { ReadCopy } from "../storage/project/other-copy.ts";
import { type MergeOptions, mergeInto } from "../storage/project/project-merge.ts";
import { requireWritable } from "../storage/set/analyst-desk.ts";
import type { CurrentSession } from "./host.ts";
import { type WaitingCopy, waitingCopies } from "./merging.ts";

interface MergingParts {
  readonly files: Files;
  readonly histories: Histories;
  readonly session: CurrentSession;
  readonly report: (error: unknown) => void;
}

/** Merging another copy into the open project, undoing that and doing it again. */
export interface ProjectMerging {
  /** Lets a copy wait once it is read; what it would do, and its id. */
  stage(reading: Promise<WaitingCopy>): Promise<Output<"merge.stage">>;
  confirm(input: Omit<Input<"merge.confirm">, "projectId">): Promise<HostStep>;
  /** Reads annotations into the sets of several analysts; what `plan` gives makes the project as it will be of the one that is there. */
  read(plan: () => (here: Project) => ReadCopy): Promise<HostStep>;
  forget(id: string): void;
  undo(merge: string): Promise<Output<"merge.undo">>;
  redo(merge: string): Promise<Output<"merge.redo">>;
}

/** The id and the name of a step that only the host undoes; null where there was none. */
export type HostStep = Output<"merge.confirm">["step"];

/** A merge of this run, whose step may be too large to be kept over a restart. */
interface KnownMerge {
  readonly place: HistoryPlace;
  readonly step: Step;
}

export function projectMerging({ files, histories, session, report }: MergingParts): ProjectMerging {
  const copies = waitingCopies();
  const known = new Map<string, KnownMerge>();

  /** Carries something out in the sets of all, and tells the history of this analyst what it was. */
  async function noting<T>(place: HistoryPlace, work: () => Promise<T>, noteOf: (done: T) => Note | null): Promise<T> {
    const { store } = session;
    const reached = () => annotationSet(store.project, place.analystId)?.journalThrough ?? 0;
    const before = reached();
    try {
      const done = await work();
      const note = noteOf(done);
      if (note) await histories.note(place, { before, after: reached(), commands: note.commands, steps: [note.step] });
      return done;
    } finally {
      // The others' sets as they are now.
      await store.lookAround().catch(report);
    }
  }

  function stepOf(merge: string, place: HistoryPlace): Step {
    const { done, undone } = histories.current;
    const kept = [...done, ...undone].find((step) => step.merge === merge);
    const remembered = known.get(merge);
    const step = remembered && isSamePlace(remembered.place, place) ? remembered.step : kept;
    if (!step) throw new Failure("refused", "This cannot be undone here any more. Files lists the former versions.");
    return step;
  }

  async function take(merge: string, deed: "undone" | "redone"): Promise<Output<"merge.undo">> {
    const { store, analyst } = session;
    requireWritable(store.access);
    const place = placeOf(session);
    const step = stepOf(merge, place);
    const [way, back] = deed === "undone" ? [step.inverse, step.done] : [step.done, step.inverse];
    const kind = deed === "undone" ? "undo" : "redo";
    const work = () => takeMerge(files, { analyst, store }, { way, back, deed }, { report });
    try {
      await noting(place, work, () => ({ commands: way, step: { kind, commands: way.length } }));
      return { misfit: null };
    } catch (error) {
      if (error instanceof Refusal) return { misfit: error.message };
      throw error;
    }
  }

  async function bring(
    there: (here: Project) => ReadCopy,
    take: Take,
    words?: MergeOptions["words"],
  ): Promise<HostStep> {
    const { store, analyst } = session;
    requireWritable(store.access);
    const merge = randomUUID();
    const place = placeOf(session);
    const options = { own: { analyst, store }, report, ...(words && { words }) };
    const { step } = await noting(
      place,
      () => mergeInto(files, store.folder, there, take, options),
      ({ step: made }) =>
        made && {
          commands: made.done,
          step: { kind: "do", commands: made.done.length, name: made.name, inverse: made.inverse, merge },
        },
    );
    if (!step) return null;
    known.set(merge, { place, step });
    return { merge, name: step.name };
  }

  return {
    stage: async (reading) => {
      try {
        const waiting = await reading;
        const preview = mergePreview(session.store.project, waiting.copy);
        return { staged: { id: copies.keep(waiting), name: waiting.name, preview }, refused: null };
      } catch (error) {
        if (error instanceof Refusal || error instanceof Failure) return { staged: null, refused: error.message };
        throw error;
      }
    },
    confirm: async ({ id, take }) => {
      const { copy } = copies.get(id);
      const step = await bring(() => copy, take);
      copies.forget(id);
      return step;
    },
    read: async (plan) => bring(plan(), "theirs", { doing: "reading", done: "read" }),
    forget: copies.forget,
    undo: (merge) => take(merge, "undone"),
    redo: (merge) => take(merge, "redone"),
  };
}

interface Note {
  readonly commands: Step["done"];
  readonly step: HostNote;
}

function placeOf({ store, analyst }: CurrentSession): HistoryPlace {
  return { folder: store.folder, projectId: store.project.file.id, analystId: analyst.id };
}

function isSamePlace(a: HistoryPlace, b: HistoryPlace): boolean {
  return a.folder === b.folder && a.projectId === b.projectId && a.analystId === b.analystId;
}

import { isDeepStrictEqual } from "node:util";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import type { JournalContents } from "../journal/journal-reader.ts";
import { added, type Item, itemsIn, type Operation, removed } from "./operation.ts";

/** Something that the storage promised and did not keep. */
export interface Fault {
  readonly kind: "lost" | "back" | "unreadable" | "two-owners" | "other";
  readonly message: string;
}

/** What became of what was once in a set, or was to be. */
interface Fate {
  readonly id: string;
  readonly content: unknown;
  /** Null for what was there from the beginning. */
  readonly adder: Operation | null;
  /** In the order in which they asked. */
  readonly removers: readonly Operation[];
}

/**
 * Compares a set with what was asked for by processes that may still be at work: what was acknowledged must be there,
 * or gone. `before` is what had been asked for when reading began, `after` what had been when it was over.
 */
export function faultsWhileWorking(
  initial: AnnotationSet,
  before: readonly Operation[],
  after: readonly Operation[],
  set: AnnotationSet,
): readonly Fault[] {
  const present = new Map(itemsIn(set));
  const touched = new Set(after.flatMap(removed));
  return [...fates(initial, before).values()].flatMap(({ id, adder, removers }): readonly Fault[] => {
    const gone = removers.some(({ acknowledged }) => acknowledged !== null);
    if (present.has(id)) return gone ? [back(id)] : [];
    return touched.has(id) || adder?.acknowledged === null ? [] : [lost(id, adder)];
  });
}

/** Compares a set, and what is left of its journal, with all that was asked for, once no process is at work any more. */
export function faultsAtRest(
  initial: AnnotationSet,
  operations: readonly Operation[],
  set: AnnotationSet,
  journal: JournalContents,
): readonly Fault[] {
  const contents = faultsOfContents(initial, operations, set);
  return [...contents, ...faultsOfNumbers(operations), ...faultsOfJournal(operations, journal)];
}

function faultsOfContents(
  initial: AnnotationSet,
  operations: readonly Operation[],
  set: AnnotationSet,
): readonly Fault[] {
  const items = itemsIn(set);
  const present = new Map(items);
  const faults: Fault[] = [];
  /** Whether operations that were not acknowledged happened all the same, as each of their effects tells. */
  const happened = new Map<Operation, boolean>();

  function found(operation: Operation | null, yes: boolean): void {
    if (operation === null || operation.acknowledged !== null) return;
    if (happened.get(operation) === !yes) faults.push(other(`half of a change is there: ${nameOf(operation)}`));
    happened.set(operation, yes);
  }

  const known = fates(initial, operations);
  for (const { id, content, adder, removers } of known.values()) {
    const last = removers.at(-1);
    // Whoever asks for a removal has seen what is to be removed.
    for (const former of removers.slice(0, -1)) {
      if (former.acknowledged !== null) faults.push(back(id));
      found(former, false);
    }
    if (last) found(last, !present.has(id));
    found(adder, present.has(id) || removers.length > 0);
    if (!present.has(id)) {
      if (!last && adder?.acknowledged !== null) faults.push(lost(id, adder));
    } else {
      if (last && last.acknowledged !== null) faults.push(back(id));
      if (!isDeepStrictEqual(present.get(id), content)) faults.push(other(`${id} is not what was saved`));
    }
  }
  for (const [id] of items) if (!known.has(id)) faults.push(other(`nobody has asked for ${id}`));
  if (present.size !== items.length) faults.push(other("something is there twice"));
  const numbers = initial.journalThrough + operations.filter((one) => one.acknowledged ?? happened.get(one)).length;
  if (set.journalThrough !== numbers) {
    faults.push(other(`the last change is number ${set.journalThrough}, and ${numbers} have happened`));
  }
  return faults;
}

/** Numbers that were used twice, and changes that do not see the ones acknowledged before they were asked for. */
function faultsOfNumbers(operations: readonly Operation[]): readonly Fault[] {
  const faults: Fault[] = [];
  const inOrder = operations
    .flatMap(({ acknowledged, ...one }) => (acknowledged ? [{ ...one, ...acknowledged }] : []))
    .sort((a, b) => a.seq - b.seq);
  let latestAsked = 0;
  for (const [i, { seq, askedAt, at, pid }] of inOrder.entries()) {
    const former = inOrder[i - 1];
    if (former?.seq === seq) faults.push(twoOwners(`${former.pid} and ${pid} were both given number ${seq}`));
    if (at < latestAsked)
      faults.push(twoOwners(`number ${seq} of ${pid} was saved before an earlier one was asked for`));
    latestAsked = Math.max(latestAsked, askedAt);
  }
  return faults;
}

/** Records that are not what was acknowledged under their number, or that lie in another process's segment. */
function faultsOfJournal(operations: readonly Operation[], journal: JournalContents): readonly Fault[] {
  const faults: Fault[] = [];
  const bySeq = new Map(operations.flatMap((one) => (one.acknowledged ? [[one.acknowledged.seq, one] as const] : [])));
  const askers = new Map(operations.map(({ command, pid }) => [keyOf(command), pid]));
  const effective = new Set(journal.records);
  for (const { header, records, label } of journal.segments) {
    for (const record of records) {
      if (!effective.has(record)) continue;
      const { seq, command } = record;
      const acknowledged = bySeq.get(seq);
      if (acknowledged && !isDeepStrictEqual(acknowledged.command, command)) {
        faults.push(twoOwners(`record ${seq} is not the change that was acknowledged`));
      }
      const asker = askers.get(keyOf(command));
      if (asker !== undefined && asker !== header?.owner?.pid) {
        faults.push(twoOwners(`record ${seq} of ${asker} lies in ${label}, which is that of ${header?.owner?.pid}`));
      }
    }
  }
  return faults;
}

function fates(initial: AnnotationSet, operations: readonly Operation[]): ReadonlyMap<string, Fate> {
  const removers = new Map<string, Operation[]>();
  for (const operation of operations) {
    for (const id of removed(operation)) removers.set(id, [...(removers.get(id) ?? []), operation]);
  }
  const begun: readonly (readonly [Item, Operation | null])[] = [
    ...itemsIn(initial).map((item) => [item, null] as const),
    ...operations.flatMap((operation) => added(operation).map((item) => [item, operation] as const)),
  ];
  return new Map(begun.map(([[id, content], adder]) => [id, { id, content, adder, removers: removers.get(id) ?? [] }]));
}

function keyOf(command: Operation["command"]): string {
  return JSON.stringify(command);
}

function lost(id: string, adder: Operation | null): Fault {
  return { kind: "lost", message: `${id} is lost${adder ? `: ${nameOf(adder)}` : ""}` };
}

function back(id: string): Fault {
  return { kind: "back", message: `${id} is back, or was never removed` };
}

function twoOwners(message: string): Fault {
  return { kind: "two-owners", message };
}

function other(message: string): Fault {
  return { kind: "other", message };
}

function nameOf({ pid, command, acknowledged }: Operation): string {
  return `${command.kind} of ${pid}${acknowledged ? `, number ${acknowledged.seq}` : ", not acknowledged"}`;
}

import { join } from "node:path";
import { copyFolder } from "./copy-folder.ts";
import { type Distribution, distributionOf } from "./distribution.ts";
import { inFreshProcess } from "./fresh-process.ts";
import { type Machine, thisMachine } from "./machine.ts";
import type { Way } from "./rapid.ts";

/** All times in milliseconds. */
export interface Measurements {
  readonly machine: Machine;
  readonly latency: readonly (Distribution & { readonly marks: number; readonly way: Writing })[];
  readonly blocking: readonly (Distribution & { readonly marks: number; readonly during: "snapshot" | "nothing" })[];
  readonly opening: readonly (Distribution & {
    readonly marks: number;
    readonly from: Start;
    readonly floor: number;
  })[];
  readonly rapid: readonly (Distribution & { readonly marks: number; readonly way: Way })[];
  /** All marks of a project saved as one change. */
  readonly importing: readonly { readonly marks: number; readonly milliseconds: number }[];
}

/** Who carries out a change; the floor is a line and `fdatasync`, and `memory` touches no disk. */
export type Writing = "parallax" | "memory" | "floor" | "lowdb" | "lowdb-fsync";

/** What a project is opened from: a closed one, one that was killed after 200 changes, one without any snapshot of its marks. */
export type Start = "snapshot" | "snapshot-and-200" | "journal";

export type Say = (line: string) => void;

const SIZES = [100, 10_000, 50_000] as const;
const LARGE_SIZES = [10_000, 50_000] as const;

const COMMANDS = 1_000;
/** Fewer for lowdb as it grows slower: the last ones take up to a second each. */
const LOWDB_COMMANDS = { 100: 500, 10000: 100, 50000: 30 } as const;
const SNAPSHOTS = 20;
const OPENINGS = { 10000: 9, 50000: 5 } as const;
/** Fewer, for their time grows with the square of the marks. */
const OPENINGS_OF_JOURNALS = { 10000: 3, 50000: 1 } as const;
const RAPID_COMMANDS = 2_000;
const RAPID_ROUNDS = 3;

/** Measures everything, with all files in `folder`, which must be empty. */
export async function measureAll(folder: string, say: Say): Promise<Measurements> {
  const machine = await thisMachine(folder);
  const importing: { marks: number; milliseconds: number }[] = [];
  for (const marks of [0, ...SIZES]) {
    say(`Making a project of ${marks} marks`);
    const milliseconds = await inFreshProcess("makeProject", original(folder, marks), marks);
    if (marks > 0) importing.push({ marks, milliseconds });
  }
  return {
    machine,
    importing,
    latency: await measureLatency(folder, say),
    blocking: await measureBlocking(folder, say),
    opening: await measureOpening(folder, say),
    rapid: await measureRapid(folder, say),
  };
}

function original(folder: string, marks: number): string {
  return join(folder, `${marks}-marks`);
}

function fresh(folder: string, from: string): Promise<string> {
  return copyFolder(from, join(folder, "measured"));
}

async function measureLatency(folder: string, say: Say) {
  const rows: Measurements["latency"][number][] = [];
  for (const marks of SIZES) {
    say(`Saving one change after the other at ${marks} marks`);
    const project = () => fresh(folder, original(folder, marks));
    const add = (way: Writing, times: readonly number[]) => rows.push({ marks, way, ...distributionOf(times) });
    const { store, floor } = await inFreshProcess("latencyOfStore", await project(), COMMANDS);
    add("floor", floor);
    add("parallax", store);
    add("memory", await inFreshProcess("latencyOfApply", await project(), COMMANDS));
    const count = LOWDB_COMMANDS[marks];
    add("lowdb", await inFreshProcess("latencyOfLowdb", await project(), count));
    add("lowdb-fsync", await inFreshProcess("latencyOfSyncedLowdb", await project(), count));
  }
  return rows;
}

async function measureBlocking(folder: string, say: Say) {
  const rows: Measurements["blocking"][number][] = [];
  for (const marks of LARGE_SIZES) {
    say(`Writing snapshots of ${marks} marks`);
    const { snapshots, quiet } = await inFreshProcess(
      "blocking",
      await fresh(folder, original(folder, marks)),
      SNAPSHOTS,
    );
    rows.push({ marks, during: "snapshot", ...distributionOf(snapshots) });
    rows.push({ marks, during: "nothing", ...distributionOf(quiet) });
  }
  return rows;
}

async function measureOpening(folder: string, say: Say) {
  const rows: Measurements["opening"][number][] = [];
  for (const marks of LARGE_SIZES) {
    for (const from of ["snapshot", "snapshot-and-200", "journal"] as const) {
      say(`Opening ${marks} marks from ${from}`);
      const rounds = from === "journal" ? OPENINGS_OF_JOURNALS[marks] : OPENINGS[marks];
      rows.push({ marks, from, ...(await openRepeatedly(folder, await left(folder, marks, from), rounds)) });
    }
  }
  return rows;
}

interface Left {
  readonly folder: string;
  readonly marks: number;
}

/** A project as it is found by whoever opens it next. */
async function left(folder: string, marks: number, from: Start): Promise<Left> {
  const project = await copyFolder(original(folder, from === "journal" ? 0 : marks), join(folder, "left"));
  switch (from) {
    case "snapshot":
      return { folder: project, marks };
    case "snapshot-and-200":
      return { folder: project, marks: await inFreshProcess("leaveJournal", project, 200, "mix") };
    case "journal":
      return { folder: project, marks: await inFreshProcess("leaveJournal", project, marks, "marks") };
    default:
      return from satisfies never;
  }
}

async function openRepeatedly(folder: string, { folder: project, marks }: Left, rounds: number) {
  const times: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const copy = await fresh(folder, project);
    floors.push(await inFreshProcess("parsing", copy));
    const opened = await inFreshProcess("opening", copy);
    if (opened.marks !== marks) throw new Error(`${opened.marks} marks were found, and ${marks} had been saved`);
    times.push(opened.milliseconds);
  }
  return { ...distributionOf(times), floor: distributionOf(floors).p50 };
}

async function measureRapid(folder: string, say: Say) {
  const rows: Measurements["rapid"][number][] = [];
  for (const marks of SIZES) {
    for (const way of ["each", "together", "marks-together"] as const) {
      say(`${RAPID_COMMANDS} rapid commands (${way}) at ${marks} marks`);
      const times: number[] = [];
      for (let round = 0; round < RAPID_ROUNDS; round++) {
        const project = await fresh(folder, original(folder, marks));
        times.push(await inFreshProcess("rapid", project, RAPID_COMMANDS, way));
      }
      rows.push({ marks, way, ...distributionOf(times) });
    }
  }
  return rows;
}

import { join } from "node:path";
import { expect, it } from "vitest";
import { createProject, newProjectFile } from "../project/project-folder.ts";
import { openProjectStore } from "../project/project-store.ts";
import { ANNA, addMark, article, BRUNO, claim, FIRST_TEXT, putClaim, SECOND_TEXT } from "../testing/example-project.ts";
import { faultTrial, type TrialLength } from "../testing/fault-trial.ts";
import type { Call, FaultyFiles, Interference } from "../testing/faulty-files.ts";
import type { TreeFolder } from "../testing/file-tree.ts";
import { HISTORIC_FOLDER } from "../testing/history.ts";
import { memoryFiles } from "../testing/memory-files.ts";
import { seededRandom } from "../testing/seeded-random.ts";
import { testMachine } from "../testing/test-machine.ts";

const asked = process.env.PARALLAX_FAULTS;

const CODES = ["EIO", "ENOSPC", "EACCES", "EROFS", "EMFILE", "short write", "short write, then ENOSPC"] as const;
/** Once; that call from then on, wherever it is made; or every call from then on. */
const EXTENTS = ["once", "this call from then on", "every call from then on"] as const;

interface Fault {
  readonly code: (typeof CODES)[number];
  readonly extent: (typeof EXTENTS)[number];
  /** The number of the first call that it befalls, from 0. */
  readonly at: number;
}

/** What a full or a protected disk refuses. */
const CHANGING: ReadonlySet<Call> = new Set<Call>([
  "create",
  "open",
  "link",
  "rename",
  "remove",
  "removeFolder",
  "createFolder",
  "ensureFolder",
  "syncFolder",
  "write",
  "truncate",
  "setMode",
  "syncData",
  "sync",
]);

/** A project that was closed. */
async function soundProject(): Promise<TreeFolder> {
  const files = memoryFiles();
  await files.ensureFolder("/home/news");
  const sources = [article(FIRST_TEXT, { outlet: "The Post" }), article(SECOND_TEXT, { outlet: "The Echo", order: 1 })];
  await createProject(files, HISTORIC_FOLDER, newProjectFile("The bridge"), sources);
  const startProgram = testMachine();
  for (const analyst of [ANNA, BRUNO, ANNA]) {
    const store = await openProjectStore(files, HISTORIC_FOLDER, { backupEvery: 0, processes: startProgram() });
    await store.workAs(analyst);
    const [source] = store.project.sources;
    if (!source) throw new Error("the sources are gone");
    await store.apply([putClaim(analyst, claim("C1")), addMark(analyst, source, "bridge")]);
    await store.close();
  }
  return files.tree();
}

/** One whose program was killed, and which was damaged afterwards: all of it can be put together again. */
async function damagedProject(): Promise<TreeFolder> {
  const files = memoryFiles(await soundProject());
  const killed = await openProjectStore(files, HISTORIC_FOLDER, { idleTime: 60_000, processes: testMachine()() });
  await killed.workAs(ANNA);
  await killed.apply([putClaim(ANNA, claim("K1"))]);
  const own = join(HISTORIC_FOLDER, "annotations", `${ANNA.id}.json`);
  const copy = await files.create(own.replace(".json", " (1).json"), 0o600);
  await copy.write(await files.read(own), 0);
  for (const path of [own, join(HISTORIC_FOLDER, "project.json")]) {
    const file = await files.open(path);
    await file.truncate(40);
  }
  const [text = ""] = (await files.list(join(HISTORIC_FOLDER, "sources"))).filter((name) => /^[^.]+\.txt$/.test(name));
  await files.remove(join(HISTORIC_FOLDER, "sources", text));
  return files.tree();
}

function interferenceOf({ code, extent, at }: Fault): (files: FaultyFiles) => Interference {
  return (files) => {
    let calls = 0;
    let first: Call | null = null;
    return (call) => {
      const now = calls++;
      files.writeLimit = Number.POSITIVE_INFINITY;
      if (now === at) first = call;
      if (first === null || (extent === "once" && now > at + (code === "short write, then ENOSPC" ? 1 : 0)))
        return undefined;
      if (extent === "this call from then on" && call !== first) return undefined;
      if (extent === "every call from then on" && (code === "ENOSPC" || code === "EROFS") && !CHANGING.has(call))
        return undefined;
      if (!code.startsWith("short write")) return code;
      if (now > at && code === "short write, then ENOSPC") return call === "write" ? "ENOSPC" : undefined;
      files.writeLimit = 7;
      return undefined;
    };
  };
}

/** How many calls there are without any fault, and which of them write. */
async function callsOf(tree: TreeFolder, length: TrialLength): Promise<readonly Call[]> {
  const calls: Call[] = [];
  const { broken } = await faultTrial(tree, length, () => (call) => {
    calls.push(call);
    return undefined;
  });
  expect(broken).toEqual([]);
  return calls;
}

function faultsOf(calls: readonly Call[]): readonly Fault[] {
  return calls.flatMap((call, at) =>
    CODES.flatMap((code) => {
      if (code.startsWith("short write") && call !== "write") return [];
      return EXTENTS.map((extent) => ({ code, extent, at }));
    }),
  );
}

/** All of them; one for each call; or so many. */
function chosenOf(all: readonly Fault[], few: number): readonly Fault[] {
  if (asked === "all") return all;
  if (asked !== "each") return sampled(all, Number(asked ?? few), 1);
  const random = seededRandom(1);
  const byCall = new Map<number, Fault[]>();
  for (const fault of all) byCall.set(fault.at, [...(byCall.get(fault.at) ?? []), fault]);
  return [...byCall.values()].flatMap((faults) => sampled(faults, 1, random.below(1_000_000)));
}

/** Some of them, so that each call is in it now and then. */
function sampled(faults: readonly Fault[], count: number, seed: number): readonly Fault[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => faults[random.below(faults.length)]).filter(
    (fault) => fault !== undefined,
  );
}

it.each([
  ["a sound project", "whole day", 20, soundProject],
  ["a damaged project", "opening", 30, damagedProject],
] as const)(
  "loses nothing of %s whichever call to the files fails",
  async (name, length, few, project) => {
    const tree = await project();
    const calls = await callsOf(tree, length);
    const all = faultsOf(calls);
    const faults = chosenOf(all, few);
    const broken: string[] = [];
    let refused = 0;
    for (const fault of faults) {
      const outcome = await faultTrial(tree, length, interferenceOf(fault));
      if (outcome.refused > 0) refused++;
      for (const what of outcome.broken)
        broken.push(`${calls[fault.at]} ${fault.at}, ${fault.code} ${fault.extent}: ${what}`);
    }
    if (asked !== undefined) {
      console.log(
        `faults: ${faults.length} runs over ${name} (${calls.length} calls), ${refused} with refusals, lost or broken ${broken.length}`,
      );
    }
    expect(broken).toEqual([]);
  },
  3_600_000,
);

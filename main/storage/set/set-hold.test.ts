import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import { nodeFiles } from "../disk/files.ts";
import type { Holder, Processes } from "../journal/holder.ts";
import { openJournal } from "../journal/journal.ts";
import { encodeLine } from "../journal/journal-record.ts";
import { type ProjectLayout, projectLayout } from "../project/project-layout.ts";
import { holder, journalOwner, PROJECT_ID } from "../testing/example-journal.ts";
import { ANNA, claim, putClaim } from "../testing/example-project.ts";
import { faultyFiles } from "../testing/faulty-files.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { testMachine } from "../testing/test-machine.ts";
import { holdSet, isFree, type SetHold } from "./set-hold.ts";

async function fresh() {
  const layout = projectLayout(join(await temporaryFolder(), "bridge"));
  return { layout, place: layout.journal(ANNA.id), start: testMachine() };
}

function hold(layout: ProjectLayout, processes: Processes, takeOver = false): Promise<SetHold> {
  return holdSet(nodeFiles, layout, processes, { analyst: ANNA, projectId: PROJECT_ID, takeOver });
}

function held(result: SetHold): Extract<SetHold, { kind: "held" }> {
  if (result.kind !== "held") throw new Error("somebody else has the set");
  return result;
}

it("is held by the first, and says to the second by whom", async () => {
  const { layout, place, start } = await fresh();
  expect(await isFree(nodeFiles, place, start())).toBe(true);
  const first = held(await hold(layout, start()));
  expect(first).toEqual({
    kind: "held",
    owner: { owner: expect.objectContaining({ host: "desk" }), analyst: ANNA, projectId: PROJECT_ID },
    segment: expect.objectContaining({ number: 1 }),
  });
  expect(await hold(layout, start())).toEqual({ kind: "held-by", holder: first.owner.owner, state: "alive-here" });
  expect(await isFree(nodeFiles, place, start())).toBe(false);
  expect(await readdir(place.path)).toEqual(["00000001.jsonl"]);
  await first.segment.file.close();
});

it("is free at once when the program that held it was killed", async () => {
  const { layout, place, start } = await fresh();
  const killed = start();
  await held(await hold(layout, killed)).segment.file.close();
  killed.kill();
  expect(await isFree(nodeFiles, place, start())).toBe(true);
  const next = held(await hold(layout, start()));
  expect(next.segment.number).toBe(2);
  await next.segment.file.close();
});

it("is free when it was let go of, even for one who cannot ask whether the other still runs", async () => {
  const { layout, place, start } = await fresh();
  const first = held(await hold(layout, start()));
  const journal = openJournal(nodeFiles, place, first.owner, first.segment, { after: 0 });
  await journal.append([putClaim(ANNA, claim("C1"))]);
  const elsewhere: Processes = { ...start(), stateOf: async () => "alive-elsewhere" };
  expect(await hold(layout, elsewhere)).toMatchObject({ kind: "held-by", state: "alive-elsewhere" });
  await journal.release(false);
  const next = held(await hold(layout, elsewhere));
  expect(next.segment.number).toBe(2);
  await next.segment.file.close();
});

it("is taken over from a living holder on purpose only, and by one of those who try", async () => {
  const { layout, start } = await fresh();
  const first = held(await hold(layout, start()));
  const results = await Promise.all([1, 2, 3].map(() => hold(layout, start(), true)));
  // Each takes it over from the one it met; whoever came too late was told who has it.
  const holders = results.filter((result) => result.kind === "held");
  expect(holders.length).toBeGreaterThanOrEqual(1);
  const last = Math.max(...holders.map(({ segment }) => segment.number));
  expect(await readdir(layout.journal(ANNA.id).path)).toContain(`0000000${last}.jsonl`);
  for (const { segment } of [first, ...holders]) await segment.file.close();
});

it("forgets its opening when it does not get the set, or when the disk fails", async () => {
  const { layout, start } = await fresh();
  const first = held(await hold(layout, start()));
  const open = new Set<string>();
  const counting = (processes: Processes): Processes => ({
    ...processes,
    begin: async () => {
      const begun: Holder = await processes.begin();
      open.add(begun.session);
      return begun;
    },
    end: (over) => void open.delete(over.session),
  });
  expect(await hold(layout, counting(start()))).toMatchObject({ kind: "held-by" });
  const failing = faultyFiles((call) => (call === "create" ? "ENOSPC" : undefined));
  const wish = { analyst: ANNA, projectId: PROJECT_ID, takeOver: true };
  await expect(holdSet(failing, layout, counting(start()), wish)).rejects.toThrow("ENOSPC");
  expect([...open]).toEqual([]);
  await first.segment.file.close();
});

it.each([
  ["was made by the first version, which had no owner", encodeLine({ schemaVersion: 1, segment: 1, after: 0 })],
  ["is empty", ""],
  ["is damaged", "00000000 {}\n"],
])("is free when the last segment %s", async (_, content) => {
  const { layout, place, start } = await fresh();
  await mkdir(place.path, { recursive: true });
  await writeFile(join(place.path, "00000001.jsonl"), content);
  const next = held(await hold(layout, start()));
  expect(next.segment.number).toBe(2);
  await next.segment.file.close();
});

it("leaves a set alone that a newer version holds or has held", async () => {
  const { layout, place, start } = await fresh();
  await mkdir(place.path, { recursive: true });
  const header = { schemaVersion: SCHEMA_VERSION + 1, segment: 4, ...journalOwner(), owner: holder("newer") };
  await writeFile(join(place.path, "00000004.jsonl"), encodeLine(header));
  await expect(hold(layout, start(), true)).rejects.toThrow("was written by a newer version of Parallax");
  expect(await readdir(place.path)).toEqual(["00000004.jsonl"]);
});

it("clears away what programs that were killed have left half made, and nothing else", async () => {
  const { layout, place, start } = await fresh();
  for (const folder of [place.path, layout.annotations.path]) await mkdir(folder, { recursive: true });
  await writeFile(join(place.path, ".parallax-1.tmp"), "half");
  await writeFile(join(place.path, "notes.txt"), "mine");
  for (const name of [`.parallax-${ANNA.id}-1.tmp`, ".parallax-other-1.tmp"]) {
    await writeFile(join(layout.annotations.path, name), "half");
  }
  await held(await hold(layout, start())).segment.file.close();
  expect(await readdir(place.path)).toEqual(["00000001.jsonl", "notes.txt"]);
  expect(await readdir(layout.annotations.path)).toEqual([".parallax-other-1.tmp"]);
});

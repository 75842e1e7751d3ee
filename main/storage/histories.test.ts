import { appendFile, readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Command } from "../../annotations/commands/command.ts";
import { EMPTY_HISTORY } from "../../annotations/commands/history.ts";
import { AnalystId, newId, ProjectId } from "../../annotations/model/id.ts";
import { nodeFiles } from "./disk/files.ts";
import { type HistoryPlace, openHistories, type Saved } from "./histories.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const PLACE: HistoryPlace = { folder: "/projects/mali", projectId: newId(ProjectId), analystId: newId(AnalystId) };

function rename(title: string): Command {
  return { kind: "revise-project", analyst: PLACE.analystId, at: "2022-01-01T00:00:00Z", title };
}

/** What is saved as the step number `n`: one record after the one before. */
function doing(n: number): Saved {
  const steps = [{ kind: "do" as const, name: `step ${n}`, commands: 1, inverse: [rename(`before ${n}`)] }];
  return { before: n - 1, after: n, commands: [rename(`after ${n}`)], steps };
}

function undoing(n: number, at: number): Saved {
  return {
    before: at,
    after: at + 1,
    commands: [rename(`before ${n}`)],
    steps: [{ kind: "undo" as const, commands: 1 }],
  };
}

function histories(config: string, faults: unknown[] = []) {
  return openHistories(nodeFiles, config, (error) => faults.push(error));
}

async function noted(config: string, ...saved: readonly Saved[]): Promise<void> {
  const kept = histories(config);
  for (const one of saved) await kept.note(PLACE, one);
}

async function names(config: string, at: number, place = PLACE): Promise<readonly string[]> {
  const { done, undone } = await histories(config).read(place, at);
  return [...done.map(({ name }) => name), "|", ...undone.map(({ name }) => name)];
}

async function onlyFile(config: string): Promise<string> {
  const [name = "", ...others] = await readdir(join(config, "histories"));
  expect(others).toEqual([]);
  return join(config, "histories", name);
}

it("has after a restart what was noted, undone steps too", async () => {
  const config = await temporaryFolder();
  await noted(config, doing(1), doing(2), undoing(2, 2));
  expect(await names(config, 3)).toEqual(["step 1", "|", "step 2"]);
  const { done } = await histories(config).read(PLACE, 3);
  expect(done).toEqual([{ name: "step 1", done: [rename("after 1")], inverse: [rename("before 1")] }]);
});

it("goes on after a restart", async () => {
  const config = await temporaryFolder();
  await noted(config, doing(1), doing(2));
  await noted(config, doing(3));
  await noted(config, undoing(3, 3));
  expect(await names(config, 4)).toEqual(["step 1", "step 2", "|", "step 3"]);
});

it("is not used for another state of the set, in either direction", async () => {
  const config = await temporaryFolder();
  await noted(config, doing(1), doing(2));
  expect(await names(config, 1)).toEqual(["|"]);
  expect(await names(config, 3)).toEqual(["|"]);
});

it("is not used for another analyst, another project or another folder", async () => {
  const config = await temporaryFolder();
  await noted(config, doing(1));
  expect(await names(config, 1, { ...PLACE, analystId: newId(AnalystId) })).toEqual(["|"]);
  expect(await names(config, 1, { ...PLACE, projectId: newId(ProjectId) })).toEqual(["|"]);
  expect(await names(config, 1, { ...PLACE, folder: "/projects/copy" })).toEqual(["|"]);
});

it("begins anew after a change that it was not told of", async () => {
  const config = await temporaryFolder();
  await noted(config, doing(1), { ...doing(3), before: 2 });
  expect(await names(config, 3)).toEqual(["step 3", "|"]);
});

it("begins anew after a change that says nothing of the history", async () => {
  const config = await temporaryFolder();
  await noted(config, doing(1), { ...doing(2), steps: [] }, doing(3));
  expect(await names(config, 3)).toEqual(["step 3", "|"]);
});

it("begins anew when something else is undone than it knows", async () => {
  const config = await temporaryFolder();
  await noted(config, doing(1), doing(2), undoing(1, 2), { ...doing(4), before: 3 });
  expect(await names(config, 4)).toEqual(["step 4", "|"]);
});

it("is not used after a last line that was broken off, and goes on from there", async () => {
  const config = await temporaryFolder();
  await noted(config, doing(1), doing(2));
  const file = await onlyFile(config);
  await truncate(file, (await readFile(file)).length - 20);
  expect(await names(config, 2)).toEqual(["|"]);
  await noted(config, doing(3));
  expect(await names(config, 3)).toEqual(["step 3", "|"]);
});

it.each([
  ["nothing", ""],
  ["no JSON", "\u0000\uffff{{{"],
  ["JSON of another kind", '{"format":1}\n[]\n'],
  ["a newer form", '{"format":2}\n'],
])("is empty where the file holds %s, and works again", async (_, content) => {
  const config = await temporaryFolder();
  await noted(config, doing(1));
  await writeFile(await onlyFile(config), content);
  expect(await names(config, 1)).toEqual(["|"]);
  await noted(config, doing(2));
  expect(await names(config, 2)).toEqual(["step 2", "|"]);
});

it("takes no line that is not a record", async () => {
  const config = await temporaryFolder();
  await noted(config, doing(1));
  await appendFile(await onlyFile(config), '{"before":1,"after":2,"commands":[{"kind":"format-disk"}],"steps":[]}\n');
  expect(await names(config, 2)).toEqual(["|"]);
  expect(await names(config, 1)).toEqual(["step 1", "|"]);
});

it("keeps two hundred steps", async () => {
  const config = await temporaryFolder();
  await noted(config, ...Array.from({ length: 210 }, (_, i) => doing(i + 1)));
  const kept = await names(config, 210);
  expect(kept[0]).toBe("step 11");
  expect(kept).toHaveLength(201);
});

it("writes a long file anew", async () => {
  const config = await temporaryFolder();
  const long = (n: number): Saved => {
    const commands = Array.from({ length: 3_000 }, (_, i) => rename(`${"x".repeat(400)}${i}`));
    return {
      ...doing(n),
      commands,
      steps: [{ kind: "do", name: `step ${n}`, commands: 3_000, inverse: [rename("a")] }],
    };
  };
  await noted(config, ...Array.from({ length: 8 }, (_, i) => long(i + 1)));
  expect((await readFile(await onlyFile(config))).length).toBeLessThan(8_000_000);
  expect(await names(config, 8)).toEqual(["step 7", "step 8", "|"]);
});

it("hinders nothing where the folder cannot be used, and says why", async () => {
  const config = await temporaryFolder();
  await writeFile(join(config, "histories"), "in the way");
  const faults: unknown[] = [];
  const kept = histories(config, faults);
  await kept.note(PLACE, doing(1));
  expect(await kept.read(PLACE, 1)).toEqual(EMPTY_HISTORY);
  expect(faults).not.toEqual([]);
});

it("forgets the sets that were not worked on for long", async () => {
  const config = await temporaryFolder();
  const kept = histories(config);
  for (let i = 0; i < 103; i++) await kept.note({ ...PLACE, folder: `/projects/${i}` }, doing(1));
  expect(await readdir(join(config, "histories"))).toHaveLength(100);
  expect((await kept.read({ ...PLACE, folder: "/projects/102" }, 1)).done).toHaveLength(1);
});

it("begins a history for a set that was read before it had one", async () => {
  const config = await temporaryFolder();
  const faults: unknown[] = [];
  const kept = histories(config, faults);
  expect(await kept.read(PLACE, 0)).toEqual(EMPTY_HISTORY);
  await kept.note(PLACE, doing(1));
  await kept.note(PLACE, doing(2));
  expect(faults).toEqual([]);
  expect(await names(config, 2)).toEqual(["step 1", "step 2", "|"]);
});

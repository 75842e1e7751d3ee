import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import { nodeFiles } from "../disk/files.ts";
import { journalOwner, journalPlace } from "../testing/example-journal.ts";
import { ANNA } from "../testing/example-project.ts";
import { faultyFiles } from "../testing/faulty-files.ts";
import { encodeLine, type SegmentHeader } from "./journal-record.ts";
import { readSegment } from "./segment.ts";
import { makeSegment } from "./segment-lock.ts";

function header(segment: number, session = "one"): SegmentHeader {
  return { schemaVersion: SCHEMA_VERSION, segment, ...journalOwner(session) };
}

/** The file system of a memory stick. */
function withoutLinks() {
  return faultyFiles((call) => (call === "link" ? "EPERM" : undefined));
}

it("has the whole segment on the disk before its name appears, and the name before it counts", async () => {
  const files = faultyFiles();
  const place = await journalPlace();
  const made = await makeSegment(files, place, header(1));
  await made?.file.close();
  const line = Buffer.from(encodeLine(header(1)));
  expect(await readFile(join(place.path, "00000001.jsonl"))).toEqual(line);
  expect(made).toMatchObject({ number: 1, path: join(place.path, "00000001.jsonl"), size: line.length });
  const calls = files.log.map((call) => call.replace(/\.parallax-.{36}\.tmp/, "<temporary>"));
  expect(calls.filter((call) => !/^(facts|list) /.test(call))).toEqual([
    ...[`ensureFolder ${ANNA.id}`, "create <temporary>", "write <temporary>", "setMode <temporary>"],
    ...["sync <temporary>", "link 00000001.jsonl", "remove <temporary>"],
    ...[`syncFolder ${ANNA.id}`, "syncFolder journal", `syncFolder ${dirname(dirname(place.path)).split("/").at(-1)}`],
  ]);
});

it.each([
  ["with hard links", () => nodeFiles],
  ["without hard links", withoutLinks],
])("lets one of several have it that try at once, %s", async (_, filesOf) => {
  const place = await journalPlace();
  const sessions = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const made = await Promise.all(sessions.map((session) => makeSegment(filesOf(), place, header(1, session))));
  for (const segment of made) await segment?.file.close();
  const winners = sessions.filter((_, i) => made[i] !== null);
  expect(winners).toHaveLength(1);
  expect((await readSegment(nodeFiles, place, 1))?.header).toEqual(header(1, winners[0]));
  expect(await readdir(place.path)).toEqual(["00000001.jsonl"]);
});

it.each([
  ["with hard links", () => nodeFiles],
  ["without hard links", withoutLinks],
])("takes no number below one that is there, %s", async (_, filesOf) => {
  const place = await journalPlace();
  await mkdir(place.path, { recursive: true });
  await writeFile(join(place.path, "00000003.jsonl"), "theirs");
  expect(await makeSegment(filesOf(), place, header(3))).toBeNull();
  expect(await makeSegment(filesOf(), place, header(2))).toBeNull();
  expect(await readdir(place.path)).toEqual(["00000003.jsonl"]);
  expect(await readFile(join(place.path, "00000003.jsonl"), "utf8")).toBe("theirs");
});

it("leaves it to the other one when its own beginning has been cleared away", async () => {
  const place = await journalPlace();
  const files = faultyFiles();
  files.interfere = (call) => (call === "link" ? "ENOENT" : undefined);
  expect(await makeSegment(files, place, header(1))).toBeNull();
  expect(await readdir(place.path)).toEqual([]);
});

it.each(["create", "write", "setMode", "sync", "link", "syncFolder", "list"] as const)(
  "leaves nothing behind when %s fails",
  async (broken) => {
    const place = await journalPlace();
    await mkdir(place.path, { recursive: true });
    const files = faultyFiles((call) => (call === broken ? "EIO" : undefined));
    await expect(makeSegment(files, place, header(1))).rejects.toThrow(
      broken === "list" ? "the disk reports a fault" : "EIO",
    );
    expect(await readdir(place.path)).toEqual([]);
    const made = await makeSegment(nodeFiles, place, header(1));
    await made?.file.close();
    expect(await readdir(place.path)).toEqual(["00000001.jsonl"]);
  },
);

it.each(["write", "setMode", "sync"] as const)(
  "leaves nothing behind without hard links when %s fails",
  async (broken) => {
    const place = await journalPlace();
    const files = faultyFiles((call, path) => {
      if (call === "link") return "EOPNOTSUPP";
      return call === broken && path.endsWith(".jsonl") ? "ENOSPC" : undefined;
    });
    await expect(makeSegment(files, place, header(1))).rejects.toThrow("ENOSPC");
    expect(await readdir(place.path)).toEqual([]);
  },
);

it("is as open as the folder of the journal", async () => {
  const place = await journalPlace();
  for (const [mode, expected] of [
    [0o770, 0o660],
    [0o755, 0o644],
  ] as const) {
    await mkdir(place.path, { recursive: true });
    await chmod(place.path, mode);
    await (await makeSegment(nodeFiles, place, header(1)))?.file.close();
    expect((await stat(join(place.path, "00000001.jsonl"))).mode & 0o777).toBe(expected);
    await rm(place.path, { recursive: true });
  }
});

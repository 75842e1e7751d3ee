import { mkdir, readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { projectLayout } from "../project/project-layout.ts";
import { ANNA } from "../testing/example-project.ts";
import { faultyFiles } from "../testing/faulty-files.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { nodeFiles } from "./files.ts";
import { quarantine, removeIfThere } from "./quarantine.ts";

const TIME = new Date("2026-01-02T03:04:05.000Z");
const STEM = `${ANNA.id}.2026-01-02T03-04-05.000Z`;

async function withSet(content = "damaged") {
  const layout = projectLayout(join(await temporaryFolder(), "bridge"));
  const place = layout.set(ANNA.id);
  await mkdir(dirname(place.path), { recursive: true });
  const write = async (text: string) => {
    await removeIfThere(nodeFiles, place.path);
    await writeFile(place.path, text);
    await utimes(place.path, TIME, TIME);
  };
  await write(content);
  return { layout, place, write, kept: () => readdir(layout.quarantined("annotations").path) };
}

it("keeps a file as it is, under its place, its time and the reason, on the disk before it returns", async () => {
  const { layout, place, kept } = await withSet();
  const files = faultyFiles();
  const name = `${STEM}.damaged.json`;
  expect(await quarantine(files, layout, place, "damaged")).toEqual({
    path: join(layout.folder, "quarantine", "annotations", name),
    label: `bridge/quarantine/annotations/${name}`,
  });
  expect(await kept()).toEqual([name]);
  expect(await readFile(place.path, "utf8")).toBe("damaged");
  expect(files.log.filter((call) => /^(link|sync)/.test(call))).toEqual([
    ...[`link ${name}`, "syncFolder annotations", "syncFolder quarantine", "syncFolder bridge"],
  ]);
});

it("keeps the same file once, and each other one beside it", async () => {
  const { layout, place, write, kept } = await withSet("one");
  const first = await quarantine(nodeFiles, layout, place, "edited");
  expect(await quarantine(nodeFiles, layout, place, "edited")).toEqual(first);
  // A service that leaves the time as it was.
  await write("two");
  await quarantine(nodeFiles, layout, place, "edited");
  expect(await kept()).toEqual([`${STEM}.2.edited.json`, `${STEM}.edited.json`]);
  const texts = (await kept()).map((name) => readFile(join(layout.quarantined("annotations").path, name), "utf8"));
  expect(await Promise.all(texts)).toEqual(["two", "one"]);
});

it("keeps a copy where the file system has no links", async () => {
  const { layout, place } = await withSet();
  const files = faultyFiles((call) => (call === "link" ? "ENOTSUP" : undefined));
  const kept = await quarantine(files, layout, place, "damaged");
  expect(await readFile(kept?.path ?? "", "utf8")).toBe("damaged");
  expect((await stat(kept?.path ?? "")).ino).not.toBe((await stat(place.path)).ino);
});

it("keeps nothing of a file that is not there, and says when it cannot keep one", async () => {
  const { layout, place } = await withSet();
  expect(await quarantine(nodeFiles, layout, layout.project, "damaged")).toBeNull();
  const files = faultyFiles((call) => (call === "link" ? "ENOSPC" : undefined));
  await expect(quarantine(files, layout, place, "damaged")).rejects.toThrow("ENOSPC");
});

import { cp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import { AnalystId } from "../../../annotations/model/id.ts";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import type { Source } from "../../../annotations/model/source.ts";
import { nodeFiles } from "../disk/files.ts";
import { sealedJson, sealFits } from "../disk/seal.ts";
import { ANNA, addMark, article, BRUNO, claim, exampleProject, MOMENT, putClaim } from "../testing/example-project.ts";
import { folderContents } from "../testing/folder-contents.ts";
import { readProject } from "./project-folder.ts";
import { openProjectStore, type ProjectStore } from "./project-store.ts";

/** The project in `folder` with this analyst at work, as one of several programs. */
async function openAs(analyst: Analyst, folder: string): Promise<ProjectStore> {
  const store = await openProjectStore(nodeFiles, folder, { idleTime: 60_000 });
  onTestFinished(() => store.close());
  await store.workAs(analyst);
  return store;
}

function firstSource({ project }: ProjectStore): Source {
  const [source] = project.sources;
  if (!source) throw new Error("no source");
  return source;
}

function setOf({ project }: ProjectStore, { id }: Analyst): AnnotationSet {
  const set = project.sets.find(({ analyst }) => analyst.id === id);
  if (!set) throw new Error("no such set");
  return set;
}

function setFile(folder: string, { id }: Analyst): string {
  return join(folder, "annotations", `${id}.json`);
}

/** Changes a file as an editor does that knows nothing of seals. */
async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, "utf8");
  expect(text).toContain(from);
  await writeFile(`${path}~`, text.replace(from, to));
  await rename(`${path}~`, path);
}

/** A project in whose file of Anna's set the claim C1 stands. */
async function withClaim() {
  const folder = await exampleProject();
  const c1 = claim("C1");
  const store = await openAs(ANNA, folder);
  await store.apply([putClaim(ANNA, c1)]);
  await store.close();
  return { folder, c1 };
}

it("shows what another analyst marks, changes and takes back", async () => {
  const folder = await exampleProject();
  const anna = await openAs(ANNA, folder);
  const bruno = await openAs(BRUNO, folder);
  const mark = addMark(BRUNO, firstSource(bruno), "the mayor");
  await bruno.apply([mark]);
  expect(await anna.lookAround()).toBe(true);
  expect(setOf(anna, BRUNO)).toEqual(setOf(bruno, BRUNO));
  expect(await anna.lookAround()).toBe(false);
  await bruno.apply([{ kind: "remove-mark", analyst: BRUNO.id, at: MOMENT, markId: mark.mark.id }]);
  await anna.apply([putClaim(ANNA, claim("C1"))]);
  expect(await anna.lookAround()).toBe(true);
  expect(setOf(anna, BRUNO)).toEqual({ ...setOf(bruno, BRUNO), marks: [], journalThrough: 2 });
  await bruno.close();
  expect(await anna.lookAround()).toBe(true);
  expect(setOf(anna, BRUNO)).toEqual({ ...setOf(bruno, BRUNO), marks: [], journalThrough: 2 });
  expect(anna.reports).toEqual([]);
});

it("lets two analysts write at once, and has all of it", async () => {
  const folder = await exampleProject();
  const stores = [await openAs(ANNA, folder), await openAs(BRUNO, folder)];
  await Promise.all(
    stores.flatMap((store, i) =>
      Array.from({ length: 20 }, (_, n) => {
        const analyst = i === 0 ? ANNA : BRUNO;
        return store.apply([putClaim(analyst, claim(`C${i * 20 + n}`))]);
      }),
    ),
  );
  for (const store of stores) await store.lookAround();
  expect(stores[0]?.project).toEqual(stores[1]?.project);
  expect(stores[0]?.project.sets.map(({ claims }) => claims.length)).toEqual([20, 20]);
});

it("shows a title and metadata that another analyst revised, and revises them on that ground", async () => {
  const folder = await exampleProject();
  const anna = await openAs(ANNA, folder);
  const bruno = await openAs(BRUNO, folder);
  await bruno.apply([{ kind: "revise-project", analyst: BRUNO.id, at: MOMENT, title: "The new bridge" }]);
  expect(await anna.lookAround()).toBe(true);
  expect(anna.project.file).toEqual(bruno.project.file);
  await anna.apply([{ kind: "revise-project", analyst: ANNA.id, at: MOMENT, title: "The old bridge" }]);
  expect(await bruno.lookAround()).toBe(true);
  expect(bruno.project.file.title).toBe("The old bridge");
});

it("shows what a shared file says now when somebody else was faster, and changes it on the next try", async () => {
  const folder = await exampleProject();
  const anna = await openAs(ANNA, folder);
  const bruno = await openAs(BRUNO, folder);
  await bruno.apply([{ kind: "revise-project", analyst: BRUNO.id, at: MOMENT, title: "Bruno's bridge" }]);
  const retitled = { kind: "revise-project", analyst: ANNA.id, at: MOMENT, title: "Anna's bridge" } as const;
  await expect(anna.apply([retitled])).rejects.toMatchObject({ code: "refused" });
  expect(anna.project.file.title).toBe("Bruno's bridge");
  await anna.apply([retitled]);
  await bruno.lookAround();
  expect(bruno.project.file.title).toBe("Anna's bridge");
});

it("shows a source that another program has added, and marks in it", async () => {
  const folder = await exampleProject();
  const anna = await openAs(ANNA, folder);
  const other = await openProjectStore(nodeFiles, folder);
  const [added] = await other.addSources([article("Third\n\nThe bridge is closed.\n", { order: 2 })]);
  await other.close();
  if (!added) throw new Error("nothing was added");
  expect(await anna.lookAround()).toBe(true);
  expect(anna.project.sources[2]).toEqual(added);
  await anna.apply([addMark(ANNA, added, "closed")]);
  expect(setOf(anna, ANNA).marks).toHaveLength(1);
});

it("puts a shared file back that cannot be read any more, and says so", async () => {
  const folder = await exampleProject();
  const anna = await openAs(ANNA, folder);
  const before = anna.project;
  const path = join(folder, "project.json");
  const sound = await readFile(path);
  await writeFile(path, "<<<<<<< ours");
  expect(await anna.lookAround()).toBe(true);
  expect([anna.project, await readFile(path)]).toEqual([before, sound]);
  expect(anna.reports).toEqual([
    {
      file: "bridge/project.json",
      kind: "restored",
      message: expect.stringMatching(/^It could not be used \(it is not valid JSON.*put back from the copy/),
    },
  ]);
  const [source] = anna.project.sources;
  await rm(join(folder, "sources", `${source?.id}.txt`));
  expect(await anna.lookAround()).toBe(true);
  expect(await readFile(join(folder, "sources", `${source?.id}.txt`), "utf8")).toBe(source?.text);
});

it("goes on with what a shared file said before when it cannot be read any more nor put back, and says so", async () => {
  const folder = await exampleProject();
  const anna = await openAs(ANNA, folder);
  const before = anna.project;
  const path = join(folder, "project.json");
  const sound = await readFile(path);
  await rm(join(folder, "backups", "project.json"));
  await writeFile(path, "<<<<<<< ours");
  expect(await anna.lookAround()).toBe(true);
  expect(anna.project).toEqual(before);
  expect(anna.reports).toEqual([
    {
      file: "bridge/project.json",
      kind: "unread",
      message: expect.stringMatching(/cannot be read: it is not valid JSON.* What it said before is shown\.$/),
    },
  ]);
  await writeFile(path, sound);
  expect(await anna.lookAround()).toBe(true);
  expect([anna.reports, anna.project]).toEqual([[], before]);
});

it("keeps what another program wrote in the place of a set, goes on with ours, and offers the other", async () => {
  const { folder, c1 } = await withClaim();
  const anna = await openAs(ANNA, folder);
  const c2 = claim("C2");
  await anna.apply([putClaim(ANNA, c2)]);
  const ours = setOf(anna, ANNA);
  await edit(setFile(folder, ANNA), "The statement C1.", "A better statement.");
  const edited = await readFile(setFile(folder, ANNA));
  expect(await anna.lookAround()).toBe(true);
  expect(setOf(anna, ANNA)).toEqual(ours);
  expect(await sealFits(await readFile(setFile(folder, ANNA)))).toBe(true);
  const [kept = ""] = await readdir(join(folder, "quarantine", "annotations"));
  expect(await readFile(join(folder, "quarantine", "annotations", kept))).toEqual(edited);
  const id = `quarantine/annotations/${kept}`;
  expect(anna.reports).toEqual([
    { file: `bridge/${id}`, kind: "waiting", message: expect.stringMatching(/^Another program changed your set\./) },
  ]);
  expect(await anna.versions()).toEqual([
    { id, kind: "edited", at: expect.any(String), contents: { claims: 1, marks: 0, cells: 0 } },
  ]);
  // What was marked here since belongs to both.
  const other = await anna.readVersion(id);
  expect(other.claims.map(({ label, text }) => [label, text]).sort()).toEqual([
    ["C1", "A better statement."],
    ["C2", c2.text],
  ]);
  await anna.settleVersion(id);
  expect([anna.reports, (await anna.versions()).filter(({ kind }) => kind === "edited")]).toEqual([[], []]);
  expect(await readdir(join(folder, "quarantine", "annotations"))).toEqual([kept.replace(".edited.", ".decided.")]);
  expect(
    setOf(anna, ANNA)
      .claims.map(({ id: own }) => own)
      .sort(),
  ).toEqual([c1.id, c2.id].sort());
});

it("finds at the opening what another program wrote in the place of a set", async () => {
  const { folder, c1 } = await withClaim();
  await edit(setFile(folder, ANNA), "The statement C1.", "A better statement.");
  const reader = await openAs(BRUNO, folder);
  expect(setOf(reader, ANNA).claims).toEqual([c1]);
  const anna = await openAs(ANNA, folder);
  expect(setOf(anna, ANNA).claims).toEqual([c1]);
  await anna.apply([putClaim(ANNA, claim("C2"))]);
  await anna.close();
  const again = await openAs(ANNA, folder);
  expect(again.reports.map(({ kind }) => kind)).toEqual(["waiting"]);
  const [version] = (await again.versions()).filter(({ kind }) => kind === "edited");
  expect((await again.readVersion(version?.id ?? "")).claims.map(({ text }) => text).sort()).toEqual([
    "A better statement.",
    "The statement C2.",
  ]);
});

/** A copy of a project as it comes to another machine with the files that are shared, and what that is worked on there. */
async function onLaptop(folder: string, ...labels: readonly string[]): Promise<string> {
  const laptop = `${folder}-laptop`;
  for (const shared of ["project.json", "sources", "annotations"]) {
    await cp(join(folder, shared), join(laptop, shared), { recursive: true });
  }
  const store = await openAs(ANNA, laptop);
  for (const label of labels) await store.apply([putClaim(ANNA, claim(label))]);
  await store.close();
  return laptop;
}

function labelsOf({ claims }: AnnotationSet): readonly string[] {
  return claims.map(({ label }) => label).sort();
}

it.each([
  ["longer", ["C5", "C6", "C7"]],
  ["shorter", ["C5"]],
])("keeps its own when the set comes from another machine meanwhile, with a %s history", async (_, labels) => {
  const { folder } = await withClaim();
  const laptop = await onLaptop(folder, ...labels);
  const desk = await openAs(ANNA, folder);
  await desk.apply([putClaim(ANNA, claim("C2"))]);
  await desk.apply([putClaim(ANNA, claim("C3"))]);
  await desk.close();
  await cp(setFile(laptop, ANNA), setFile(folder, ANNA));
  const first = await openAs(ANNA, folder);
  expect(labelsOf(setOf(first, ANNA))).toEqual(["C1", "C2", "C3"]);
  await first.apply([putClaim(ANNA, claim("C4"))]);
  await first.close();
  const second = await openAs(ANNA, folder);
  expect(labelsOf(setOf(second, ANNA))).toEqual(["C1", "C2", "C3", "C4"]);
  expect(second.reports.map(({ kind }) => kind)).toEqual(["waiting"]);
  const edited = (await second.versions()).filter(({ kind }) => kind === "edited");
  expect(edited).toHaveLength(1);
  expect(labelsOf(await second.readVersion(edited[0]?.id ?? ""))).toEqual(["C1", ...labels]);
});

it("does not put an older file of the set forward again in silence", async () => {
  const { folder } = await withClaim();
  await cp(setFile(folder, ANNA), `${folder}.old.json`);
  for (const label of ["C2", "C3"]) {
    const store = await openAs(ANNA, folder);
    await store.apply([putClaim(ANNA, claim(label))]);
    await store.close();
  }
  await cp(`${folder}.old.json`, setFile(folder, ANNA));
  const store = await openAs(ANNA, folder);
  expect(labelsOf(setOf(store, ANNA))).toEqual(["C1", "C2", "C3"]);
  await store.close();
  const again = await openAs(ANNA, folder);
  expect(again.reports.map(({ kind }) => kind)).toEqual(["waiting"]);
  const edited = (await again.versions()).filter(({ kind }) => kind === "edited");
  expect(labelsOf(await again.readVersion(edited[0]?.id ?? ""))).toEqual(["C1"]);
});

it("takes a set that came without its journal for what it is", async () => {
  const { folder } = await withClaim();
  const laptop = await onLaptop(folder, "C2");
  await rm(join(folder, "journal"), { recursive: true });
  await rm(join(folder, "backups"), { recursive: true });
  await cp(setFile(laptop, ANNA), setFile(folder, ANNA));
  const store = await openAs(ANNA, folder);
  expect(labelsOf(setOf(store, ANNA))).toEqual(["C1", "C2"]);
  expect([store.reports, await store.versions()]).toEqual([[], []]);
});

it("writes nothing into another project that was put in the place of the open one", async () => {
  const { folder } = await withClaim();
  const other = (await withClaim()).folder;
  for (const own of ["journal", "backups"]) await rm(join(other, own), { recursive: true });
  const file = JSON.parse(await readFile(join(other, "project.json"), "utf8"));
  const id = "0c3c0000-0000-4000-8000-00000000000f";
  await writeFile(join(other, "project.json"), JSON.stringify({ ...file, id }));
  await edit(setFile(other, ANNA), file.id, id);
  const store = await openAs(ANNA, folder);
  await store.apply([putClaim(ANNA, claim("C2"))]);
  await rename(folder, `${folder}-away`);
  await rename(other, folder);
  const before = await folderContents(folder);
  await store.lookAround();
  expect(store.access.kind).toBe("read-only");
  await expect(store.apply([putClaim(ANNA, claim("C3"))])).rejects.toMatchObject({ code: "not-saved" });
  await expect(store.remedy("try-again")).rejects.toThrow("moved or removed");
  expect(await folderContents(folder)).toEqual(before);
  await rename(folder, other);
  await rename(`${folder}-away`, folder);
  await store.lookAround();
  await store.apply([putClaim(ANNA, claim("C3"))]);
  expect(labelsOf(setOf(store, ANNA))).toEqual(["C1", "C2", "C3"]);
});

it("takes a set that another program only laid out anew for what it is", async () => {
  const { folder, c1 } = await withClaim();
  const { sha256: _, ...set } = JSON.parse(await readFile(setFile(folder, ANNA), "utf8"));
  await writeFile(setFile(folder, ANNA), JSON.stringify(set));
  const anna = await openAs(ANNA, folder);
  expect([setOf(anna, ANNA).claims, anna.reports, await anna.versions()]).toEqual([[c1], [], []]);
});

it("writes a snapshot again that another program has removed", async () => {
  const { folder, c1 } = await withClaim();
  const anna = await openAs(ANNA, folder);
  await rm(setFile(folder, ANNA));
  expect(await anna.lookAround()).toBe(false);
  expect(JSON.parse(await readFile(setFile(folder, ANNA), "utf8"))).toMatchObject({ claims: [c1], journalThrough: 1 });
  expect(anna.reports).toEqual([]);
});

it("keeps a snapshot that another program has damaged, and puts ours in its place", async () => {
  const { folder, c1 } = await withClaim();
  const anna = await openAs(ANNA, folder);
  await writeFile(setFile(folder, ANNA), "<<<<<<< ours");
  expect(await anna.lookAround()).toBe(true);
  expect(JSON.parse(await readFile(setFile(folder, ANNA), "utf8"))).toMatchObject({ claims: [c1] });
  const kept = await readdir(join(folder, "quarantine", "annotations"));
  expect(kept).toEqual([expect.stringMatching(new RegExp(`^${ANNA.id}\\..*\\.damaged\\.json$`))]);
  expect(await readFile(join(folder, "quarantine", "annotations", `${kept[0]}`), "utf8")).toBe("<<<<<<< ours");
});

it.each([".sync-conflict-20260102-101112-ABCDEFG", " (Anna's conflicted copy 2026-01-02)", " (1)", "-DESKTOP-1"])(
  "recognises, reads and settles a copy that a file-sync service has left: %s",
  async (mark) => {
    const { folder, c1 } = await withClaim();
    const anna = await openAs(ANNA, folder);
    const other = { ...setOf(anna, ANNA), claims: [{ ...c1, text: "From the laptop." }] };
    const name = `${ANNA.id}${mark}.json`;
    await writeFile(join(folder, "annotations", name), Buffer.concat([...sealedJson(other)]));
    expect(await anna.lookAround()).toBe(true);
    const id = `annotations/${name}`;
    expect(anna.reports).toEqual([
      { file: `bridge/${id}`, kind: "waiting", message: expect.stringMatching(/^A file-sync service left another/) },
    ]);
    expect(await anna.versions()).toEqual([
      { id, kind: "conflict-copy", at: expect.any(String), contents: { claims: 1, marks: 0, cells: 0 } },
    ]);
    expect(await anna.readVersion(id)).toEqual(other);
    await anna.settleVersion(id);
    expect([anna.reports, await anna.versions()]).toEqual([[], []]);
    expect(await readdir(join(folder, "annotations"))).toEqual([`${ANNA.id}.json`]);
    const [kept = ""] = await readdir(join(folder, "quarantine", "annotations"));
    expect(kept).toMatch(/\.decided\.json$/);
    expect(JSON.parse(await readFile(join(folder, "quarantine", "annotations", kept), "utf8"))).toMatchObject(other);
    expect(setOf(anna, ANNA).claims).toEqual([c1]);
  },
);

it("lists a conflict copy that cannot be read, reads nothing else by such a name, and leaves it as it is", async () => {
  const { folder } = await withClaim();
  const anna = await openAs(ANNA, folder);
  const id = `annotations/${ANNA.id} (1).json`;
  await writeFile(join(folder, id), "{");
  expect(await anna.versions()).toEqual([{ id, kind: "conflict-copy", at: expect.any(String), contents: null }]);
  await expect(anna.readVersion(id)).rejects.toMatchObject({ code: "refused" });
  for (const bad of ["project.json", `annotations/${ANNA.id}.json`, `../bridge/${id}`, ""]) {
    await expect(anna.readVersion(bad)).rejects.toThrow("This version is not there any more.");
    await expect(anna.settleVersion(bad)).rejects.toThrow("This version is not there any more.");
  }
  expect(await readFile(join(folder, id), "utf8")).toBe("{");
});

it("opens without a set of which nothing can be read, says so, and leaves the file alone", async () => {
  const { folder } = await withClaim();
  const carla = { id: AnalystId.parse("0c3c0000-0000-4000-8000-000000000003"), name: "Carla" };
  await writeFile(setFile(folder, carla), "{");
  const bruno = await openAs(BRUNO, folder);
  expect(bruno.project.sets.map(({ analyst }) => analyst.name)).toEqual(["Anna", "Bruno"]);
  expect(bruno.reports).toEqual([
    {
      file: `bridge/annotations/${carla.id}.json`,
      kind: "lost",
      message: expect.stringMatching(/was damaged or changed: it is not valid JSON .* Its marks are left out\.$/),
    },
  ]);
  await bruno.apply([putClaim(BRUNO, claim("C2"))]);
  expect(await readFile(setFile(folder, carla), "utf8")).toBe("{");
});

it("shows a set as it was before when what arrives cannot be read, and as it is once it can", async () => {
  const { folder, c1 } = await withClaim();
  await rm(join(folder, "journal"), { recursive: true });
  const bruno = await openAs(BRUNO, folder);
  const sound = await readFile(setFile(folder, ANNA));
  await writeFile(setFile(folder, ANNA), sound.subarray(0, 100));
  expect(await bruno.lookAround()).toBe(true);
  expect(setOf(bruno, ANNA).claims).toEqual([c1]);
  expect(bruno.reports.map(({ file, kind }) => [file, kind])).toEqual([[`bridge/annotations/${ANNA.id}.json`, "lost"]]);
  await writeFile(setFile(folder, ANNA), sound);
  expect(await bruno.lookAround()).toBe(true);
  expect([setOf(bruno, ANNA).claims, bruno.reports]).toEqual([[c1], []]);
});

it("puts a shared file back as another program had corrected it while the project was open", async () => {
  const { folder } = await withClaim();
  const anna = await openAs(ANNA, folder);
  await edit(join(folder, "project.json"), "The bridge", "The mended bridge");
  expect(await anna.lookAround()).toBe(true);
  await writeFile(join(folder, "project.json"), "{");
  expect(await anna.lookAround()).toBe(true);
  expect(anna.project.file.title).toBe("The mended bridge");
  expect(await readFile(join(folder, "project.json"), "utf8")).toContain("The mended bridge");
});

it("shows a set that a newer version has written as far as it understands it, and changes nothing in it", async () => {
  const { folder, c1 } = await withClaim();
  await edit(setFile(folder, ANNA), `"schemaVersion": ${SCHEMA_VERSION}`, `"schemaVersion": ${SCHEMA_VERSION + 1}`);
  const before = await readFile(setFile(folder, ANNA));
  const anna = await openAs(ANNA, folder);
  expect(setOf(anna, ANNA).claims).toEqual([c1]);
  expect(anna.access).toMatchObject({ kind: "read-only", remedy: null });
  await expect(anna.apply([putClaim(ANNA, claim("C2"))])).rejects.toMatchObject({ code: "not-saved" });
  await anna.close();
  expect(await readFile(setFile(folder, ANNA))).toEqual(before);
});

it("saves nothing into the place of a folder that was moved away, and goes on when it is back", async () => {
  const { folder } = await withClaim();
  const anna = await openAs(ANNA, folder);
  await anna.apply([putClaim(ANNA, claim("C2"))]);
  const before = anna.project;
  await rename(folder, `${folder}-away`);
  expect(await anna.lookAround()).toBe(true);
  expect(anna.access).toMatchObject({
    kind: "read-only",
    reason: expect.stringMatching(/was moved, .* What is not saved yet is kept in this window\. Put the folder back/),
    remedy: "try-again",
  });
  await expect(anna.apply([putClaim(ANNA, claim("C3"))])).rejects.toMatchObject({ code: "not-saved" });
  await expect(anna.remedy("try-again")).rejects.toMatchObject({ code: "not-saved" });
  expect(anna.project).toEqual(before);
  await expect(stat(folder)).rejects.toMatchObject({ code: "ENOENT" });
  await rename(`${folder}-away`, folder);
  expect(await anna.lookAround()).toBe(true);
  expect([anna.access, anna.project.sets]).toMatchObject([{ kind: "writable" }, before.sets]);
  await anna.apply([putClaim(ANNA, claim("C4"))]);
  await anna.close();
  const [set] = (await readProject(nodeFiles, folder)).project.sets;
  expect(set?.claims.map(({ label }) => label).sort()).toEqual(["C1", "C2", "C4"]);
});

it.each([
  { what: "the journal", names: ["journal"] },
  { what: "the journal and the set", names: ["journal", "annotations"] },
  { what: "all but project.json and the sources", names: ["journal", "annotations", "backups"] },
])("writes the set again as it is known here when another program removes $what", async ({ names }) => {
  const { folder } = await withClaim();
  const anna = await openAs(ANNA, folder);
  await anna.apply([putClaim(ANNA, claim("C2"))]);
  const before = anna.project.sets[0]?.claims;
  for (const name of names) await rm(join(folder, name), { recursive: true });
  await anna.apply([putClaim(ANNA, claim("C3"))]);
  expect([anna.access, anna.reports]).toMatchObject([
    { kind: "writable" },
    [{ kind: "restored", message: expect.stringContaining("nothing that was shown as saved is missing") }],
  ]);
  await anna.close();
  const { project, reports } = await readProject(nodeFiles, folder);
  expect(project.sets[0]?.claims.filter(({ label }) => label !== "C3")).toEqual(before);
  expect(project.sets[0]?.claims).toHaveLength((before?.length ?? 0) + 1);
  expect([...reports.values()].flat()).toEqual([]);
});

it("keeps what it has when another program puts an older journal and set in their place, and offers the other", async () => {
  const { folder } = await withClaim();
  await cp(join(folder, "journal"), join(folder, "older", "journal"), { recursive: true });
  await cp(join(folder, "annotations"), join(folder, "older", "annotations"), { recursive: true });
  const anna = await openAs(ANNA, folder);
  await anna.apply([putClaim(ANNA, claim("C2"))]);
  for (const name of ["journal", "annotations"]) {
    await rm(join(folder, name), { recursive: true });
    await rename(join(folder, "older", name), join(folder, name));
  }
  expect(await anna.lookAround()).toBe(true);
  await anna.apply([putClaim(ANNA, claim("C3"))]);
  await anna.close();
  const again = await openAs(ANNA, folder);
  expect(again.project.sets[0]?.claims.map(({ label }) => label).sort()).toEqual(["C1", "C2", "C3"]);
  const other = (await again.versions()).find(({ kind }) => kind === "edited");
  expect((await again.readVersion(other?.id ?? "")).claims.map(({ label }) => label)).toEqual(["C1"]);
  await again.close();
});

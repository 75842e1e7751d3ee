import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { hostPaths } from "../host/paths.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { openProjectStore } from "../storage/project/project-store.ts";
import { ANNA, addMark, BRUNO, claim, exampleProject, MOMENT, putClaim } from "../storage/testing/example-project.ts";
import { folderContents } from "../storage/testing/folder-contents.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { CLI_COMMANDS } from "./cli-commands.ts";
import { runCli } from "./run.ts";
import { parallax } from "./testing/captured-run.ts";

const NOBODY = { kind: "number" as const, words: "Nobody", least: 0, most: 0, unit: "hurt" };

/** The example project with what Anna and Bruno make of it; Anna's part is still in the journal. */
async function annotatedProject(): Promise<string> {
  const folder = await exampleProject();
  const store = await openProjectStore(nodeFiles, folder, { idleTime: 60_000 });
  const [post, echo] = store.project.sources;
  if (!post || !echo) throw new Error("the example has two sources");
  const [c1, c2, c3] = [claim("C1", "The bridge opened on Monday."), claim("C2", "=Nobody was hurt."), claim("C3")];
  await store.workAs(BRUNO);
  await store.apply([putClaim(BRUNO, c3)]);
  await store.workAs(ANNA);
  const quoted = addMark(ANNA, post, "opened on Monday 🌉", c1.id, "supports");
  const tags = quoted.mark.tags.map((tag) => ({ ...tag, voice: "quoted-indirect" as const, speaker: "the mayor" }));
  const unhurt = addMark(ANNA, post, "Nobody was hurt", c2.id, "supports");
  const counted = unhurt.mark.tags.map((tag) => ({ ...tag, value: NOBODY }));
  await store.apply([
    ...[putClaim(ANNA, c1), putClaim(ANNA, c2), { ...quoted, mark: { ...quoted.mark, tags } }],
    addMark(ANNA, echo, "did not open before Tuesday", c1.id, "refutes"),
    { ...unhurt, mark: { ...unhurt.mark, tags: counted } },
    { kind: "set-cell", analyst: ANNA.id, at: MOMENT, claimId: c2.id, sourceId: echo.id, state: "not-mentioned" },
  ]);
  return folder;
}

async function textFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  return path;
}

it("explains itself on the standard output when asked to", async () => {
  const { code, out, err } = await parallax("--help");
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(/^Usage: parallax <command>/);
  const shown = CLI_COMMANDS.filter((command) => !command.internal).map(({ name }) => name);
  expect([...out.matchAll(/^ {2}([\w-]+) /gm)].map(([, name]) => name)).toEqual(shown);
});

it.each(CLI_COMMANDS.map(({ name }) => name))("explains %s", async (name) => {
  for (const help of ["--help", "-h"]) {
    expect(await parallax(name, help)).toEqual({
      code: 0,
      out: expect.stringContaining(`Usage: parallax ${name} `),
      err: "",
    });
  }
});

it.each([
  [[], "Usage: parallax <command>"],
  [["improt"], 'There is no command "improt".'],
  [["new"], "Something is missing."],
  [["import", "folder"], "Something is missing."],
  [["matrix", "one", "two"], '"two" is too much.'],
  [["matrix", "one", "--colour"], "Unknown option '--colour'"],
  [["export", "one"], "--format must be one of json|"],
  [["export", "one", "--format", "xml"], "--format must be one of json|"],
  [["export", "one", "--format"], "argument missing"],
  [["serve", "one", "--port", "many"], "--port must be a number up to 65535."],
  [["start", "--port", "65536"], "--port must be a number up to 65535."],
])("ends %j with 2 and the usage on the standard error", async (args, reason) => {
  const { code, out, err } = await parallax(...args);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(reason);
  expect(err).toContain("Usage: parallax");
});

it("makes a project of files", async () => {
  const folder = join(await temporaryFolder(), "mali");
  const files = [await textFile("a.txt", "\uFEFFThe bridge 🌉\r\n"), await textFile("b.txt", "Second\r")];
  const { code, out, err } = await parallax("new", folder, ...files, "--title", "The bridge", "--json");
  expect([code, err]).toEqual([0, ""]);
  const { project } = await readProject(nodeFiles, folder);
  expect(JSON.parse(out)).toMatchObject({
    ...{ folder, project: project.file.id, title: "The bridge" },
    sources: project.sources.map(({ id, sha256, originalName }) => ({ id, sha256, originalName })),
  });
  expect(project.sources.map(({ text }) => text)).toEqual(["The bridge 🌉\n", "Second\n"]);
  expect(JSON.parse(out).sources[0]).toMatchObject({ length: 13, blocks: 1 });
});

it("makes an empty project that is named for its folder", async () => {
  const folder = join(await temporaryFolder(), "mali");
  expect(await parallax("new", folder)).toEqual({ code: 0, out: `mali: ${folder}\n`, err: "" });
  expect(await parallax("validate", folder)).toEqual({ code: 0, out: "No problems.\n", err: "" });
  expect(await parallax("new", folder)).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringContaining("project already"),
  });
});

it("adds files to a project, and says which are there already", async () => {
  const folder = await exampleProject();
  const [post] = (await readProject(nodeFiles, folder)).project.sources;
  const files = [await textFile("c.txt", "Third\n"), await textFile("again.txt", post?.text ?? "")];
  const { code, out, err } = await parallax("import", folder, ...files);
  expect([code, err]).toEqual([0, "again.txt has the same text as The bridge opens.\n"]);
  expect(out).toMatch(/^c\.txt: .*\nagain\.txt: .*\n$/);
  const { project } = await readProject(nodeFiles, folder);
  expect(project.sources.map(({ originalName, order }) => [originalName, order]).slice(2)).toEqual([
    ["c.txt", 2],
    ["again.txt", 3],
  ]);
});

it("refuses each kind of file that is no article, and changes nothing", async () => {
  const folder = await exampleProject();
  const other = await temporaryFolder();
  const large = await textFile("large.txt", "");
  await truncate(large, 200 * 1024 * 1024);
  await mkdir(join(other, "folder.txt"));
  execFileSync("mkfifo", [join(other, "pipe.txt")]);
  await symlink("/dev/zero", join(other, "zero.txt"));
  const good = await textFile("good.txt", "fine\n");
  const before = await folderContents(folder);
  for (const [path, reason] of [
    [await textFile("latin.txt", Buffer.from("é", "latin1")), "is not UTF-8 text"],
    [await textFile("empty.txt", ""), "is empty."],
    [await textFile("page.html", "x"), "is a .html file."],
    [await textFile("program.txt", "a\0"), "is not a text file"],
    [large, "is 200 MB; articles may have up to 64 MB."],
    [join(other, "folder.txt"), "is a folder"],
    [join(other, "pipe.txt"), "is a pipe"],
    [join(other, "zero.txt"), "is a device"],
    [join(other, "none.txt"), "does not exist."],
  ] as const) {
    expect(await parallax("import", folder, good, path)).toEqual({
      code: 1,
      out: "",
      err: expect.stringContaining(`${path} ${reason}`),
    });
    expect(await parallax("new", join(other, "project"), good, path, "--json")).toMatchObject({ code: 1, out: "" });
  }
  expect(await folderContents(folder)).toEqual(before);
  expect(await readdir(other)).not.toContain("project");
});

it.each(["import", "export", "matrix", "report", "validate", "serve", "start"])(
  "%s refuses what is no project",
  async (name) => {
    const extra =
      { import: [await textFile("a.txt", "x")], export: ["--format", "csv"], report: ["--format", "md"] }[name] ?? [];
    const run = (folder: string) => parallax(name, folder, ...extra);
    const folder = await temporaryFolder();
    expect(await run(folder)).toEqual({
      code: 1,
      out: "",
      err: `${folder} is not a Parallax project: it holds no project.json.\n`,
    });
    if (name !== "start") {
      expect(await run(join(folder, "none"))).toEqual({
        code: 1,
        out: "",
        err: `There is no folder ${join(folder, "none")}.\n`,
      });
    }
    const newer = await exampleProject();
    await writeFile(join(newer, "project.json"), '{"schemaVersion":99}');
    const before = await folderContents(newer);
    const { code, out, err } = await run(newer);
    expect(code).toBe(1);
    expect(name === "validate" ? out : err).toContain("was written by a newer version of Parallax");
    expect(await folderContents(newer)).toEqual(before);
  },
);

it("writes no codebook without a claim, and says so", async () => {
  const folder = await exampleProject();
  const out = join(await temporaryFolder(), "claims.qdc");
  expect(await parallax("export", folder, "--format", "refi-codebook", "--out", out)).toEqual({
    ...{ code: 1, out: "" },
    err: "A codebook holds claims, and there are none to write.\n",
  });
  await expect(readFile(out)).rejects.toThrow("ENOENT");
});

it("exports to the standard output or to a file, with what the journal holds", async () => {
  const folder = await annotatedProject();
  const before = await folderContents(folder);
  const csv = await parallax("export", folder, "--format", "csv");
  const losses =
    "The texts of 2 articles stay behind.\n1 cell found “not mentioned” or “not applicable” stays behind.\n";
  expect(csv).toMatchObject({ code: 0, err: losses });
  expect(csv.out.split("\r\n")).toHaveLength(5);
  const out = join(await temporaryFolder(), "out.csv");
  expect(await parallax("export", folder, "--format", "csv", "--out", out)).toEqual({ code: 0, out: "", err: losses });
  expect(await readFile(out, "utf8")).toBe(csv.out);
  const asJson = await parallax("export", folder, "--format", "csv", "--json");
  expect(JSON.parse(asJson.out)).toEqual({
    format: "csv",
    name: "The bridge.csv",
    mediaType: "text/csv",
    losses: losses.trim().split("\n"),
    text: csv.out,
  });
  const toFile = await parallax("export", folder, "--format", "csv", "--out", out, "--json");
  expect(JSON.parse(toFile.out)).toMatchObject({ file: out, bytes: Buffer.byteLength(csv.out) });
  const bruno = await parallax("export", folder, "--format", "json", "--analyst", "bruno");
  expect(JSON.parse(bruno.out).sets).toMatchObject([{ analyst: BRUNO }]);
  expect(await folderContents(folder)).toEqual(before);
});

it("does not export into the project", async () => {
  const folder = await annotatedProject();
  const before = await folderContents(folder);
  const { code, err } = await parallax("export", folder, "--format", "csv", "--out", join(folder, "project.json"));
  expect([code, err]).toEqual([1, expect.stringContaining("lies in the project's own folder")]);
  expect(await folderContents(folder)).toEqual(before);
});

it("shows the matrix as a table", async () => {
  const folder = await annotatedProject();
  const before = await folderContents(folder);
  const { code, out, err } = await parallax("matrix", folder, "--analyst", "Anna");
  expect([code, err]).toEqual([0, ""]);
  expect(out).toBe(`The bridge, as Anna sees it

A  The Post: The bridge opens
B  The Echo: A bridge too late

ID  A    B  Status         Supported by         Claim
C1  (+)  −  contested      1 article, 1 origin  The bridge opened on Monday.
C2  +    ∅  single source  1 article, 1 origin  =Nobody was hurt.
C3  ·    ·  unaddressed                         The statement C3.

+ supports   − refutes   ± mixed   ? questions   ○ mentions   (…) only in a quoted voice   ! both in the article's own voice   · not reviewed   ∅ not mentioned   n/a not applicable
`);
  expect(await folderContents(folder)).toEqual(before);
});

it("shows the matrix as JSON", async () => {
  const { out } = await parallax("matrix", await annotatedProject(), "--analyst", ANNA.id, "--json");
  expect(JSON.parse(out)).toMatchObject({
    title: "The bridge",
    analyst: ANNA,
    sources: [{ outlet: "The Post" }, { outlet: "The Echo" }],
    rows: [
      {
        claim: { label: "C1" },
        status: "contested",
        cells: [
          { stance: "supports", voice: "attributed", marks: [expect.any(String)] },
          { stance: "refutes", voice: "own" },
        ],
      },
      { claim: { label: "C2" }, status: "single-source", cells: [{ voice: "own" }, { state: "not-mentioned" }] },
      { claim: { label: "C3" }, status: "unaddressed", cells: [{ state: "not-reviewed" }, { state: "not-reviewed" }] },
    ],
  });
});

it("has every figure of the review in the JSON of the matrix", async () => {
  const { out } = await parallax("matrix", await annotatedProject(), "--analyst", ANNA.id, "--json");
  const { sources, rules, rows, figures, origins, pairs, speakers, timelines, gaps } = JSON.parse(out);
  const [post, echo] = sources.map(({ id }: { id: string }) => id);
  const [c1, c2, c3] = rows.map(({ claim }: { claim: { id: string } }) => claim.id);
  expect(rules).toMatchObject({
    corroboratedBy: 2,
    status: { corroborated: expect.stringContaining("at least 2 independent origins") },
  });
  expect(rows[0]).toMatchObject({
    relations: { same: 0, opposite: 1, hedging: 0 },
    reason:
      "Supported by 1 of 2 sources, none of them in the source's own voice (1 independent origin); refuted by 1. 2 sources speak to it (2 independent origins).",
  });
  expect(origins).toEqual([]);
  expect(figures).toEqual([
    { claim: c2, figures: [{ source: post, mark: expect.any(String), tag: expect.any(String), value: NOBODY }] },
  ]);
  const none = { same: [], opposite: [], hedging: [] };
  expect(pairs).toEqual([{ a: post, b: echo, ownVoices: none, allVoices: { ...none, opposite: [c1] } }]);
  expect(speakers).toEqual({
    named: [
      {
        name: "the mayor",
        sources: [post],
        claims: [{ claim: c1, stance: "supports", sources: [post], marks: [expect.any(String)] }],
      },
    ],
    unnamed: [],
  });
  expect(timelines).toMatchObject([
    {
      claim: c1,
      first: [],
      entries: [{ source: post, date: "", voice: "attributed", changed: false }, { source: echo }],
    },
    { claim: c2, entries: [{ source: post, stance: "supports" }] },
  ]);
  expect(gaps).toEqual({
    thin: [c2, c3],
    unreviewed: [
      { source: post, claims: [c3] },
      { source: echo, claims: [c3] },
    ],
  });
});

it("says whose matrix it shows when there are several, and who there is when nobody fits", async () => {
  const folder = await annotatedProject();
  const { code, out, err } = await parallax("matrix", folder);
  expect([code, out.split("\n")[0]]).toEqual([0, "The bridge, as Bruno sees it"]);
  expect(err).toBe("As Bruno sees it; --analyst chooses another: Anna.\n");
  for (const command of [["matrix"], ["export", "--format", "csv"]]) {
    expect(await parallax(...command, folder, "--analyst", "Clara")).toEqual({
      code: 1,
      out: "",
      err: `There is no analyst Clara in this project. There is: Bruno (${BRUNO.id}), Anna (${ANNA.id}).\n`,
    });
  }
});

it("has an empty matrix where nobody has worked", async () => {
  expect(await parallax("matrix", await exampleProject())).toEqual({
    code: 0,
    out: "",
    err: "Nobody has marked anything in this project yet.\n",
  });
});

it("tells in one sentence of what nobody expected", async () => {
  let err = "";
  const terminal = {
    input: () => Readable.from([]),
    out: () => {
      throw new Error("the line\nis cut");
    },
    err: (text: string) => {
      err += text;
    },
    untilStopped: async () => undefined,
  };
  expect(await runCli(["export", "--help"], terminal, hostPaths())).toBe(1);
  expect(err).toBe("Something unexpected went wrong: the line\\u{a}is cut.\n");
});

it("shows no character that would disturb the terminal", async () => {
  const folder = join(await temporaryFolder(), "a\u001b[31m\u202eb\nc");
  const shown = "a\\u{1b}[31m\\u{202e}b\\u{a}c";
  expect((await parallax("no\u001b[31m")).err).toContain('There is no command "no\\u{1b}[31m".');
  expect((await parallax("matrix", "one", "\u001b[31m")).err).toContain('"\\u{1b}[31m" is too much.');
  expect((await parallax("validate", folder)).err).toMatch(/^There is no folder .*\n$/);
  expect((await parallax("new", folder)).out).toMatch(/^[^\n]*\n$/);
  expect((await parallax("new", folder)).err).toContain(`${shown} is a project already.`);
  await writeFile(join(folder, "sources", "\u001b[31m.json"), "{}");
  expect((await parallax("validate", folder)).out).toContain(`${shown}/sources/\\u{1b}[31m.json: `);
  await writeFile(join(folder, "project.json"), '{"schemaVersion": 1, "\u202e": \u001b[31m}');
  const texts = [await parallax("validate", folder), await parallax("matrix", folder)].flatMap(({ out, err }) => [
    out,
    err,
  ]);
  expect(texts.join("")).toContain(`${shown}/project.json cannot be read: it is not valid JSON`);
  expect(texts.join("")).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
});

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { nodeFiles } from "../storage/disk/files.ts";
import { openProjectStore } from "../storage/project/project-store.ts";
import { ANNA, addMark, BRUNO, claim, exampleProject, putClaim } from "../storage/testing/example-project.ts";
import { folderContents } from "../storage/testing/folder-contents.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { parallax } from "./testing/captured-run.ts";

/** The example project, in which Anna has marked one passage, and Bruno none. */
async function markedProject(): Promise<string> {
  const folder = await exampleProject();
  const store = await openProjectStore(nodeFiles, folder);
  const [post] = store.project.sources;
  if (!post) throw new Error("the example has sources");
  const c1 = claim("C1", "The bridge opened on Monday.");
  await store.workAs(BRUNO);
  await store.apply([putClaim(BRUNO, claim("C2"))]);
  await store.workAs(ANNA);
  await store.apply([putClaim(ANNA, c1), addMark(ANNA, post, "opened on Monday", c1.id, "supports")]);
  await store.close();
  return folder;
}

it("writes a report to a file, whole, and leaves the project as it is", async () => {
  const folder = await markedProject();
  const before = await folderContents(folder);
  const out = join(await temporaryFolder(), "report.html");
  const {
    code,
    err,
    out: said,
  } = await parallax("report", folder, "--format", "html", "--out", out, "--analyst", "Anna");
  expect([code, said, err]).toEqual([0, "", ""]);
  const html = await readFile(out, "utf8");
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).toContain("<mark>opened on Monday</mark>");
  expect(html.endsWith("</html>\n")).toBe(true);
  expect(await folderContents(folder)).toEqual(before);
});

it("gives the report on the standard output, and what it holds as JSON", async () => {
  const folder = await markedProject();
  const markdown = await parallax("report", folder, "--format", "md", "--analyst", "Anna");
  expect(markdown).toMatchObject({ code: 0, err: "" });
  expect(markdown.out).toMatch(/^# The bridge: what the sources say\n/);
  const out = join(await temporaryFolder(), "report.md");
  const { out: json } = await parallax("report", folder, "--format", "md", "--analyst", "Anna", "--out", out, "--json");
  expect(JSON.parse(json)).toEqual({
    ...{ format: "md", mediaType: "text/markdown", analyst: "Anna", sources: 2, claims: 2, passages: 1, file: out },
    bytes: (await readFile(out)).byteLength,
  });
});

it("says whose report it is when there are several analysts", async () => {
  const { code, err, out } = await parallax("report", await markedProject(), "--format", "md");
  expect([code, err]).toEqual([0, "As Bruno sees it; --analyst chooses another: Anna.\n"]);
  expect(out).toContain("as Bruno has marked it");
});

it("refuses to write into the project, or of nobody, and knows its formats", async () => {
  const folder = await markedProject();
  const before = await folderContents(folder);
  expect(await parallax("report", folder, "--format", "md", "--out", join(folder, "report.md"))).toMatchObject({
    code: 1,
    err: expect.stringContaining("lies in the project's own folder"),
  });
  expect(await folderContents(folder)).toEqual(before);
  expect(await parallax("report", await exampleProject(), "--format", "md")).toEqual({
    code: 1,
    out: "",
    err: "Nobody has marked anything in this project yet.\n",
  });
  expect(await parallax("report", folder, "--format", "pdf")).toMatchObject({
    code: 2,
    err: expect.stringContaining("--format must be one of html|md."),
  });
});

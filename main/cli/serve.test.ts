import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Paths } from "../host/paths.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { claim, exampleProject, putClaim } from "../storage/testing/example-project.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { freshPaths, parallaxWith } from "./testing/captured-run.ts";
import { servedClient } from "./testing/served-client.ts";

async function builtPaths(): Promise<Paths> {
  const paths = await freshPaths();
  await mkdir(paths.renderer);
  await writeFile(join(paths.renderer, "index.html"), "<!doctype html><title>Parallax</title>");
  return paths;
}

it("serves a project until it is stopped, and has everything in its JSON then", async () => {
  const folder = await exampleProject();
  const paths = await builtPaths();
  let url = "";
  const untilStopped = async (out: string) => {
    url = out.replace("Parallax is at ", "").trim();
    expect(await (await fetch(url)).text()).toContain("<title>Parallax</title>");
    const client = servedClient(url);
    const session = await client("session.open", {});
    expect(session).toMatchObject({ folder: "bridge", host: { kind: "web", version: expect.stringMatching(/^\d/) } });
    await client("project.apply", {
      projectId: session.project.file.id,
      screen: "test",
      commands: [putClaim(session.analyst, claim("C1"))],
    });
  };
  const { code, out, err } = await parallaxWith({ paths, untilStopped }, "serve", folder, "--no-open");
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(/^Parallax is at http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n$/);
  const { project } = await readProject(nodeFiles, folder);
  const [set] = project.sets;
  expect(set?.claims.map(({ label }) => label)).toEqual(["C1"]);
  const json = JSON.parse(await readFile(join(folder, "annotations", `${set?.analyst.id}.json`), "utf8"));
  expect(json).toMatchObject({ journalThrough: 1, claims: set?.claims });
  await expect(fetch(url)).rejects.toThrow();
});

it("ends while a screen waits for events, and answers it", async () => {
  const paths = await builtPaths();
  let waiting: Promise<unknown> = Promise.resolve();
  const untilStopped = async (out: string) => {
    const client = servedClient(JSON.parse(out).url);
    waiting = client("events.next", { after: 0 }).catch((error: unknown) => error);
    await client("session.open", {});
  };
  const args = ["serve", paths.sample, "--no-open", "--json"];
  expect(await parallaxWith({ paths, untilStopped }, ...args)).toMatchObject({ code: 0, err: "" });
  expect(await waiting).toMatchObject({ message: "Parallax has been closed." });
});

it("starts with the sample, and with files as a new project", async () => {
  const paths = await builtPaths();
  const untilStopped = async () => undefined;
  expect(await parallaxWith({ paths, untilStopped }, "start", "--no-open")).toMatchObject({ code: 0, err: "" });
  await access(join(paths.home, "Sample", "project.json"));
  const article = join(await temporaryFolder(), "a.txt");
  await writeFile(article, "First\n");
  const args = ["start", "--title", "My bridge", "--no-open", "--", article];
  expect(await parallaxWith({ paths, untilStopped }, ...args)).toMatchObject({ code: 0, err: "" });
  expect((await readProject(nodeFiles, join(paths.home, "My bridge"))).project.sources).toHaveLength(1);
});

it("says that a port is taken", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void other.close());
  await new Promise((resolve) => other.once("listening", resolve));
  const address = other.address();
  const port = typeof address === "object" && address ? String(address.port) : "";
  const run = { paths: await builtPaths(), untilStopped: async () => undefined };
  expect(await parallaxWith(run, "serve", run.paths.sample, "--no-open", "--port", port)).toEqual({
    code: 1,
    out: "",
    err: `Port ${port} is in use by another program. Choose another port, or none at all.\n`,
  });
});

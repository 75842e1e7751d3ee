import { join } from "node:path";
import { expect, it } from "vitest";
import { apply } from "../../../annotations/commands/apply.ts";
import type { Project } from "../../../annotations/model/project.ts";
import { nodeFiles } from "../disk/files.ts";
import { readProject } from "../project/project-folder.ts";
import { seeded } from "../testing/random.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { commandMix, setOfBench } from "./command-mix.ts";
import { makeProject } from "./make-project.ts";

async function madeProject(marks: number): Promise<Project> {
  const folder = join(await temporaryFolder(), "made");
  await makeProject(folder, marks);
  return (await readProject(nodeFiles, folder)).project;
}

it("gives commands of every kind that fit one after the other", async () => {
  const project = await madeProject(30);
  const commands = commandMix(project, 1_000, seeded(2));
  const count = (kind: string) => commands.filter((command) => command.kind === kind).length;
  expect([...new Set(commands.map(({ kind }) => kind))].sort()).toEqual([
    "add-mark",
    "put-claim",
    "put-tag",
    "remove-mark",
    "set-cell",
  ]);
  const { marks } = setOfBench(commands.reduce(apply, project));
  expect(marks).toHaveLength(30 + count("add-mark") - count("remove-mark"));
});

it("begins with a mark where there is none", async () => {
  const project = await madeProject(0);
  expect(commandMix(project, 1, seeded(4)).map(({ kind }) => kind)).toEqual(["add-mark"]);
});

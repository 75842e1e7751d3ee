import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Command } from "../../annotations/commands/command.ts";
import { stepFrom } from "../../annotations/commands/step.ts";
import { claim, exampleProject, putClaim } from "../storage/testing/example-project.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { type Host, startHost } from "./host.ts";

async function started(folder: string, config: string): Promise<Host> {
  const paths = { config, sample: join(folder, "none"), home: config };
  const host = await startHost({ kind: "web", version: "1.2.3", dialogs: null, folder, paths });
  onTestFinished(() => host.close());
  return host;
}

/** Carries out commands as one step, as a screen does. */
async function perform({ handlers }: Host, name: string, ...commands: Command[]): Promise<void> {
  const { project } = await handlers["session.open"]({});
  const { done, inverse } = stepFrom(project, name, commands);
  const steps = [{ kind: "do" as const, name, commands: done.length, inverse: [...inverse] }];
  await handlers["project.apply"]({ projectId: project.file.id, screen: "test", commands: [...done], steps });
}

async function names({ handlers }: Host): Promise<readonly string[]> {
  const { project, analyst } = await handlers["session.open"]({});
  const { done } = await handlers["history.read"]({ projectId: project.file.id, analystId: analyst.id });
  return done.map(({ name }) => name);
}

it("knows after a restart what can be undone, and names it", async () => {
  const [folder, config] = [await exampleProject(), await temporaryFolder()];
  const first = await started(folder, config);
  const { analyst } = await first.handlers["session.open"]({});
  await perform(first, "adding a claim", putClaim(analyst, claim("C1")));
  await perform(first, "adding another", putClaim(analyst, claim("C2")));
  expect(first.stepNames).toEqual({ undo: "adding another", redo: undefined });
  await first.close();
  const second = await started(folder, config);
  expect(await names(second)).toEqual(["adding a claim", "adding another"]);
  await perform(second, "adding a third", putClaim(analyst, claim("C3")));
  await second.close();
  expect(await names(await started(folder, config))).toEqual(["adding a claim", "adding another", "adding a third"]);
});

it("forgets what was done before a change that it was not told of", async () => {
  const [folder, config] = [await exampleProject(), await temporaryFolder()];
  const first = await started(folder, config);
  const { analyst, project } = await first.handlers["session.open"]({});
  await perform(first, "adding a claim", putClaim(analyst, claim("C1")));
  const commands = [putClaim(analyst, claim("C2"))];
  await first.handlers["project.apply"]({ projectId: project.file.id, screen: "test", commands });
  await first.close();
  expect(await names(await started(folder, config))).toEqual([]);
});

it("tells somebody who only reads nothing that could be undone", async () => {
  const [folder, config] = [await exampleProject(), await temporaryFolder()];
  const first = await started(folder, config);
  const { analyst } = await first.handlers["session.open"]({});
  await perform(first, "adding a claim", putClaim(analyst, claim("C1")));
  const second = await started(folder, config);
  expect(await names(second)).toEqual([]);
  await second.handlers["session.remedy"]({ remedy: "take-over" });
  expect(await names(second)).toEqual(["adding a claim"]);
});

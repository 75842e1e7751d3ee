import { resolve } from "node:path";
import { changesAnything, mergePlan } from "../../annotations/merging/merge-plan.ts";
import type { Take } from "../../annotations/merging/merged-items.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { newerVersion } from "../storage/disk/json-file.ts";
import { readCopy } from "../storage/project/other-copy.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { mergeInto } from "../storage/project/project-merge.ts";
import { type CliCall, type CliCommand, firstWord, UsageError } from "./cli-command.ts";
import { tellOf } from "./file-reports.ts";
import { mergeJson, mergeText } from "./merge-preview.ts";

export const mergeCommand: CliCommand = {
  name: "merge",
  synopsis: "<folder> <other> [--take ours|theirs] [--dry-run]",
  summary: "brings a colleague's copy of the project, an export of it, or one annotation set into a project",
  options: {
    take: {
      type: "string",
      value: "W",
      help: "ours or theirs: whose version counts where both have other content; ours when it is not given",
    },
    "dry-run": { type: "boolean", help: "only says what would be added, what is the same, and what is in conflict" },
  },
  words: { least: 2, most: 2 },
  run: async (call) => {
    const take = takeOf(call);
    const [, other = ""] = call.words;
    const folder = resolve(firstWord(call));
    const { project, newer, reports } = await readProject(nodeFiles, folder);
    if (newer) throw newerVersion(newer.label);
    tellOf(call, reports);
    const there = await readCopy(nodeFiles, resolve(other));
    const wanted = mergePlan(project, there, take);
    const isWritten = !call.has("dry-run") && changesAnything(wanted);
    const plan = isWritten ? (await mergeInto(nodeFiles, folder, () => there, take)).plan : wanted;
    const merge = { plan, project, there, take, isWritten };
    return { text: mergeText(merge), json: { folder, other: resolve(other), ...mergeJson(merge) } };
  },
};

function takeOf(call: CliCall): Take {
  const take = call.text("take") ?? "ours";
  if (take === "ours" || take === "theirs") return take;
  throw new UsageError("--take must be ours or theirs.");
}

import { resolve } from "node:path";
import type { SetVersion } from "../../annotations/api/set-version.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { setVersions } from "../storage/set/set-versions.ts";
import { onlyAnalyst } from "./analyst-choice.ts";
import { type CliCommand, firstWord } from "./cli-command.ts";
import { textTable } from "./text-table.ts";

const KINDS: Readonly<Record<SetVersion["kind"], string>> = {
  backup: "backup",
  edited: "changed by another program",
  "conflict-copy": "conflict copy",
};

export const versionsCommand: CliCommand = {
  name: "versions",
  synopsis: "<folder> [--analyst A]",
  summary: "lists the backups and other versions of an analyst's marks",
  options: {
    analyst: { type: "string", value: "A", help: "whose, by name or id; not needed where there is only one" },
  },
  words: { least: 1, most: 1 },
  run: async (call) => {
    const { layout, project } = await readProject(nodeFiles, resolve(firstWord(call)));
    const analyst = onlyAnalyst(project, call.text("analyst"));
    const versions = await setVersions(nodeFiles, layout, () => project, analyst.id).list();
    return {
      text: versions.length === 0 ? "There are no other versions yet.\n" : textTable(versions.map(row)),
      json: { analyst, versions },
    };
  },
};

function row({ id, kind, at, contents }: SetVersion): readonly string[] {
  const holds = contents
    ? `${contents.marks} marks, ${contents.claims} claims, ${contents.cells} cells`
    : "cannot be read";
  return [at, KINDS[kind], holds, id];
}

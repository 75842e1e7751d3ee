import { resolve } from "node:path";
import { READ_FORMATS } from "../../annotations/exchange/formats.ts";
import type { Project } from "../../annotations/model/project.ts";
import { readApart } from "../host/reading/read-apart.ts";
import { copyAfter, wholeReading } from "../host/reading/read-into.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { newerVersion } from "../storage/disk/json-file.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { mergeInto } from "../storage/project/project-merge.ts";
import { type CliCall, type CliCommand, firstWord, UsageError } from "./cli-command.ts";
import { tellOf } from "./file-reports.ts";
import { readingJson, readingText } from "./reading-preview.ts";
import { readingWish, requireWish } from "./reading-wish.ts";

const FORMATS = READ_FORMATS.map(({ id }) => id).join("|");

export const readCommand: CliCommand = {
  name: "read",
  synopsis: "<folder> <file> [--format F] [--analyst A] [--from N] [--accept …] [--add-articles] [--dry-run]",
  summary: "reads annotations that another program or project has written; `parallax formats` lists the formats",
  options: {
    format: { type: "string", value: "F", help: `one of ${FORMATS}; recognised when it is not given` },
    analyst: {
      type: "string",
      value: "A",
      help: "whose set the marks join, by name or id; a new name makes a new set; each analyst of the file when not given",
    },
    from: { type: "string", value: "N1,N2", help: "only what these analysts of the file have marked" },
    accept: {
      type: "string",
      value: "K1,K2",
      help: "also marks that would not stand exactly where the file says: adjusted, moved, unverified",
    },
    conflicts: {
      type: "string",
      value: "C",
      help: "for marks that are here with other content: both (the default) keeps both, ours or theirs one of them",
    },
    match: {
      type: "string",
      value: "F=S",
      multiple: true,
      help: "the article F of the file is the source S here, each by id, title or file name; may be given several times",
    },
    "add-articles": {
      type: "boolean",
      help: "adds articles that the project does not have, where the file holds their texts",
    },
    "dry-run": { type: "boolean", help: "only says what would be read" },
  },
  words: { least: 2, most: 2 },
  run: async (call) => {
    const folder = resolve(firstWord(call));
    const path = resolve(call.words[1] ?? "");
    const format = formatOf(call);
    requireWish(call);
    const result = await readApart({ paths: [path], format });
    const { project, newer, reports } = await readProject(nodeFiles, folder);
    if (newer) throw newerVersion(newer.label);
    tellOf(call, reports);
    const wish = readingWish(call, project, result.read);
    const reading = wholeReading(project, result.read, wish);
    const isWritten = !call.has("dry-run");
    const after = (here: Project) => copyAfter(wholeReading(here, result.read, wish), here);
    if (isWritten) await mergeInto(nodeFiles, folder, after, "theirs", { words: { doing: "reading", done: "read" } });
    const shown = { project, reading, result, isWritten };
    return { text: readingText(shown), json: { folder, file: path, ...readingJson(shown) } };
  },
};

function formatOf(call: CliCall): string | undefined {
  const format = call.text("format");
  if (format === undefined || READ_FORMATS.some(({ id }) => id === format)) return format;
  throw new UsageError(`--format must be one of ${FORMATS}.`);
}

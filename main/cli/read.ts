import { resolve } from "node:path";
import { READ_FORMATS } from "../../annotations/exchange/formats.ts";
import { readApart } from "../host/reading/read-apart.ts";
import { carryOut, wholeReading } from "../host/reading/read-into.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { openProjectStore } from "../storage/project/project-store.ts";
import { type CliCall, type CliCommand, firstWord, UsageError } from "./cli-command.ts";
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
      help: "for what is here with other content: both (the default) keeps both marks, and what is here where there can be only one; ours or theirs keeps one of them",
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
    const store = await openProjectStore(nodeFiles, folder);
    try {
      const { project } = store;
      const reading = wholeReading(project, result.read, readingWish(call, project, result.read));
      const isWritten = !call.has("dry-run");
      if (isWritten) await carryOut(store, reading);
      const shown = { project, reading, result, isWritten };
      return { text: readingText(shown), json: { folder, file: path, ...readingJson(shown) } };
    } finally {
      await store.close();
    }
  },
};

function formatOf(call: CliCall): string | undefined {
  const format = call.text("format");
  if (format === undefined || READ_FORMATS.some(({ id }) => id === format)) return format;
  throw new UsageError(`--format must be one of ${FORMATS}.`);
}

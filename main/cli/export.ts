import { resolve } from "node:path";
import { EXPORT_FORMATS, exportFormat } from "../../annotations/exchange/formats.ts";
import { renderExport, saveExport } from "../host/export-file.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { wishedAnalyst } from "./analyst-choice.ts";
import { type CliCommand, firstWord, UsageError } from "./cli-command.ts";
import { tellOf } from "./file-reports.ts";

const FORMATS = EXPORT_FORMATS.map(({ id }) => id).join("|");

export const exportCommand: CliCommand = {
  name: "export",
  synopsis: `<folder> --format ${FORMATS} [--analyst A | --adjudicated] [--out F]`,
  summary: "writes annotation sets in a format that other programs read",
  options: {
    format: { type: "string", value: "F", help: EXPORT_FORMATS.map(({ id, name }) => `${id}: ${name}`).join("; ") },
    analyst: {
      type: "string",
      value: "A",
      help: "only this analyst's set, by name or id; all sets when it is not given",
    },
    adjudicated: { type: "boolean", help: "only the adjudicated layer, as an analyst's set" },
    out: { type: "string", value: "F", help: "the file to write; the standard output when it is not given" },
  },
  words: { least: 1, most: 1 },
  run: async (call) => {
    const format = call.text("format");
    if (format === undefined || !exportFormat(format)) throw new UsageError(`--format must be one of ${FORMATS}.`);
    const folder = resolve(firstWord(call));
    const { project, reports } = await readProject(nodeFiles, folder);
    tellOf(call, reports);
    const only = wishedAnalyst(project, call);
    const analysts = only ? [only.id] : [];
    const { name, mediaType, text } = renderExport(project, { format, analysts });
    const out = call.text("out");
    if (out === undefined) return { text, json: { format, name, mediaType, text } };
    await saveExport(nodeFiles, out, text, folder);
    return { text: "", json: { format, mediaType, file: resolve(out), bytes: Buffer.byteLength(text) } };
  },
};

import { resolve } from "node:path";
import { exportRequest } from "../../annotations/exchange/export-choice.ts";
import type { WritableFormat } from "../../annotations/exchange/format.ts";
import { EXPORT_FORMATS, exportFormat } from "../../annotations/exchange/formats.ts";
import { written } from "../../annotations/exchange/written.ts";
import type { Project } from "../../annotations/model/project.ts";
import { exportName, packed, saveExport, saveExportFolder } from "../host/export-file.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { wishedAnalyst } from "./analyst-choice.ts";
import { type CliCall, type CliCommand, firstWord, UsageError } from "./cli-command.ts";
import { claimsNamed, listed, sourcesNamed } from "./export-names.ts";
import { tellOf } from "./file-reports.ts";

const FORMATS = EXPORT_FORMATS.map(({ id }) => id).join("|");

export const exportCommand: CliCommand = {
  name: "export",
  synopsis:
    "<folder> --format F [--analyst A | --adjudicated] [--claims …] [--sources …] [--option …] [--out P] [--losses F]",
  summary: "writes annotation sets in a format that other programs read; `parallax formats` lists them",
  options: {
    format: { type: "string", value: "F", help: `one of ${FORMATS}` },
    analyst: {
      type: "string",
      value: "A",
      help: "only this analyst's set, by name or id; all sets when it is not given",
    },
    adjudicated: { type: "boolean", help: "only the adjudicated layer, as an analyst's set" },
    claims: { type: "string", value: "C1,C2", help: "only marks for these claims, by claim ID" },
    sources: { type: "string", value: "S1,S2", help: "only these articles, by id, title, outlet or file name" },
    option: { type: "string", value: "O1,O2", help: "choices of the format, as `parallax formats` lists them" },
    out: {
      type: "string",
      value: "P",
      help: "the file to write, or the folder where the format is several files; the standard output when it is not given",
    },
    losses: { type: "string", value: "F", help: "also write to this file what the format could not carry" },
  },
  words: { least: 1, most: 1 },
  run: async (call) => {
    const format = formatOf(call);
    const options = optionsOf(call, format);
    const folder = resolve(firstWord(call));
    const { project, reports } = await readProject(nodeFiles, folder);
    tellOf(call, reports);
    const { files, losses } = written(format, requestOf(call, project), options);
    const lossFile = call.text("losses");
    if (lossFile !== undefined) await saveExport(nodeFiles, lossFile, `${losses.join("\n")}\n`, folder);
    else for (const loss of losses) call.terminal.err(`${loss}\n`);
    const told = { format: format.id, mediaType: format.mediaType, losses };
    const out = call.text("out");
    if (out === undefined) {
      const text = onlyText(format, files);
      return { text, json: { ...told, name: exportName(project, format), text } };
    }
    if (format.shape === "folder" && !out.toLowerCase().endsWith(".zip")) {
      const paths = await saveExportFolder(nodeFiles, out, files, folder);
      return { text: "", json: { ...told, folder: resolve(out), files: paths } };
    }
    const bytes = await packed(format, files);
    await saveExport(nodeFiles, out, bytes, folder);
    return { text: "", json: { ...told, file: resolve(out), bytes: bytes.length } };
  },
};

function formatOf(call: CliCall): WritableFormat {
  const format = exportFormat(call.text("format") ?? "");
  if (format) return format;
  throw new UsageError(`--format must be one of ${FORMATS}.`);
}

function optionsOf(call: CliCall, { id, options = [] }: WritableFormat): ReadonlySet<string> {
  const chosen = listed(call.text("option")) ?? [];
  const unknown = chosen.find((name) => !options.some((option) => option.id === name));
  if (unknown === undefined) return new Set(chosen);
  const known = options.map((option) => option.id).join(", ") || "none";
  throw new UsageError(`${id} has no option ${unknown}. It has: ${known}.`);
}

function requestOf(call: CliCall, project: Project) {
  const [claims, sources] = [listed(call.text("claims")), listed(call.text("sources"))];
  return exportRequest(project, {
    analysts: analystsOf(call, project),
    claims: claims && claimsNamed(project, claims),
    sources: sources && sourcesNamed(project, sources),
  });
}

function analystsOf(call: CliCall, project: Project) {
  const only = wishedAnalyst(project, call);
  return only && [only.id];
}

function onlyText({ id, shape }: WritableFormat, files: ReturnType<typeof written>["files"]): string {
  const [file] = files;
  if (shape === "file" && file) return [...file.content].join("");
  throw new UsageError(`${id} is not one text file: say with --out where it goes.`);
}

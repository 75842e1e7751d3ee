import { resolve } from "node:path";
import { Failure } from "../../annotations/api/reply.ts";
import type { Analyst } from "../../annotations/model/analyst.ts";
import type { Project } from "../../annotations/model/project.ts";
import { REPORT_FORMATS, reportFormat } from "../../annotations/report/formats.ts";
import { matrixOf } from "../../annotations/review/matrix.ts";
import { saveExport } from "../host/export-file.ts";
import { programVersion } from "../host/paths.ts";
import { renderReport } from "../host/report-file.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { firstAnalyst } from "./analyst-choice.ts";
import { type CliCommand, firstWord, UsageError } from "./cli-command.ts";
import { tellOf } from "./file-reports.ts";

const FORMATS = REPORT_FORMATS.map(({ id }) => id).join("|");

export const reportCommand: CliCommand = {
  name: "report",
  synopsis: `<folder> --format ${FORMATS} [--analyst A | --adjudicated] [--out F]`,
  summary: "writes what the sources say of each claim, with the passages behind it and how it was found",
  options: {
    format: { type: "string", value: "F", help: REPORT_FORMATS.map(({ id, name }) => `${id}: ${name}`).join("; ") },
    analyst: {
      type: "string",
      value: "A",
      help: "as this analyst sees it, by name or id; the first one when not given",
    },
    adjudicated: { type: "boolean", help: "as the adjudicated layer has it" },
    out: { type: "string", value: "F", help: "the file to write; the standard output when it is not given" },
  },
  words: { least: 1, most: 1 },
  run: async (call) => {
    const format = call.text("format");
    if (format === undefined || !reportFormat(format)) throw new UsageError(`--format must be one of ${FORMATS}.`);
    const folder = resolve(firstWord(call));
    const { project, reports } = await readProject(nodeFiles, folder);
    tellOf(call, reports);
    const analyst = firstAnalyst(project, call);
    if (!analyst) throw new Failure("refused", "Nobody has marked anything in this project yet.");
    const version = await programVersion(call.paths);
    const { name, mediaType, text } = renderReport(project, { format, analyst, madeAt: new Date(), version });
    const facts = { format, mediaType, analyst: analyst.name, ...countsOf(project, analyst) };
    const out = call.text("out");
    if (out === undefined) return { text, json: { ...facts, name, text } };
    await saveExport(nodeFiles, out, text, folder);
    return { text: "", json: { ...facts, file: resolve(out), bytes: Buffer.byteLength(text) } };
  },
};

/** How much the report tells of. */
function countsOf(project: Project, analyst: Analyst) {
  const { sources, rows } = matrixOf(project, analyst.id);
  const cells = rows.flatMap((row) => [...row.cells.values()]);
  const passages = cells.reduce((sum, cell) => sum + (cell.kind === "stance" ? cell.evidence.length : 0), 0);
  return { sources: sources.length, claims: rows.length, passages };
}

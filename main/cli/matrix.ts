import { resolve } from "node:path";
import { matrixOf } from "../../annotations/review/matrix.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { firstAnalyst } from "./analyst-choice.ts";
import { type CliCommand, firstWord } from "./cli-command.ts";
import { tellOf } from "./file-reports.ts";
import { matrixJson } from "./matrix-json.ts";
import { matrixText } from "./matrix-text.ts";

export const matrixCommand: CliCommand = {
  name: "matrix",
  synopsis: "<folder> [--analyst A | --adjudicated]",
  summary: "shows which sources say what about which claim",
  options: {
    analyst: {
      type: "string",
      value: "A",
      help: "as this analyst sees it, by name or id; the first one when not given",
    },
    adjudicated: { type: "boolean", help: "as the adjudicated layer has it" },
  },
  words: { least: 1, most: 1 },
  run: async (call) => {
    const { project, reports } = await readProject(nodeFiles, resolve(firstWord(call)));
    tellOf(call, reports);
    const analyst = firstAnalyst(project, call);
    if (!analyst) {
      call.terminal.err("Nobody has marked anything in this project yet.\n");
      return { text: "", json: { title: project.file.title, analyst: null, sources: [], rows: [] } };
    }
    const matrix = matrixOf(project, analyst.id);
    return { text: matrixText(project, analyst, matrix), json: matrixJson(project, analyst, matrix) };
  },
};

import { resolve } from "node:path";
import type { Analyst } from "../../annotations/model/analyst.ts";
import type { Project } from "../../annotations/model/project.ts";
import { matrixOf } from "../../annotations/review/matrix.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { analystNamed, nameAmong } from "./analyst-choice.ts";
import { type CliCall, type CliCommand, firstWord } from "./cli-command.ts";
import { tellOf } from "./file-reports.ts";
import { matrixJson, matrixText } from "./matrix-text.ts";

export const matrixCommand: CliCommand = {
  name: "matrix",
  synopsis: "<folder> [--analyst A]",
  summary: "shows which sources say what about which claim",
  options: {
    analyst: {
      type: "string",
      value: "A",
      help: "as this analyst sees it, by name or id; the first one when not given",
    },
  },
  words: { least: 1, most: 1 },
  run: async (call) => {
    const { project, reports } = await readProject(nodeFiles, resolve(firstWord(call)));
    tellOf(call, reports);
    const analyst = chosenAnalyst(project, call);
    if (!analyst) {
      call.terminal.err("Nobody has marked anything in this project yet.\n");
      return { text: "", json: { title: project.file.title, analyst: null, sources: [], rows: [] } };
    }
    const matrix = matrixOf(project, analyst.id);
    return { text: matrixText(project, analyst, matrix), json: matrixJson(project, analyst, matrix) };
  },
};

function chosenAnalyst(project: Project, call: CliCall): Analyst | undefined {
  const wish = call.text("analyst");
  if (wish !== undefined) return analystNamed(project, wish);
  const analysts = project.sets.map(({ analyst }) => analyst);
  const [first, ...others] = analysts;
  if (first && others.length > 0) {
    const names = others.map((other) => nameAmong(other, analysts)).join(", ");
    call.terminal.err(`As ${nameAmong(first, analysts)} sees it; --analyst chooses another: ${names}.\n`);
  }
  return first;
}

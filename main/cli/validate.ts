import { resolve } from "node:path";
import { nodeFiles } from "../storage/disk/files.ts";
import { checkProject } from "../storage/project/project-check.ts";
import { type CliCommand, firstWord } from "./cli-command.ts";
import { plainText } from "./text-table.ts";

export const validateCommand: CliCommand = {
  name: "validate",
  synopsis: "<folder>",
  summary: "checks every file of a project and lists what is wrong; exit code 1 if anything is",
  options: {},
  words: { least: 1, most: 1 },
  run: async (call) => {
    const folder = resolve(firstWord(call));
    const problems = await checkProject(nodeFiles, folder);
    const lines = problems.map(({ file, problem }) => `${plainText(file)}: ${plainText(problem)}\n`);
    return {
      text: problems.length === 0 ? "No problems.\n" : lines.join(""),
      json: { folder, valid: problems.length === 0, problems },
      code: problems.length === 0 ? 0 : 1,
    };
  },
};

import { resolve } from "node:path";
import { openSources } from "../../annotations/model/project.ts";
import { DEFAULT_LEAST_WORDS, FEWEST_WORDS, sharedPassages } from "../../annotations/shared-passages/finder.ts";
import { pairsOf } from "../../annotations/shared-passages/passage-pairs.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { type CliCall, type CliCommand, firstWord, UsageError } from "./cli-command.ts";
import { tellOf } from "./file-reports.ts";
import { sharedPassagesJson, sharedPassagesText } from "./shared-passages-text.ts";

export const sharedPassagesCommand: CliCommand = {
  name: "shared-passages",
  synopsis: "<folder> [--words N]",
  summary: "lists the passages that articles have in common, word for word or nearly so",
  options: {
    words: {
      type: "string",
      value: "N",
      help: `at least so many equal words, from ${FEWEST_WORDS}; ${DEFAULT_LEAST_WORDS} when not given`,
    },
  },
  words: { least: 1, most: 1 },
  run: async (call) => {
    const leastWords = leastWordsOf(call);
    const { project, reports } = await readProject(nodeFiles, resolve(firstWord(call)));
    tellOf(call, reports);
    const sources = openSources(project);
    const found = sharedPassages(sources, leastWords);
    const pairs = pairsOf(sources, found.passages);
    return {
      text: sharedPassagesText(project.file.title, sources, pairs, found.leftOut),
      json: sharedPassagesJson(project.file.title, leastWords, sources, pairs, found.leftOut),
    };
  },
};

function leastWordsOf(call: CliCall): number {
  const wish = call.text("words");
  if (wish === undefined) return DEFAULT_LEAST_WORDS;
  const words = /^\d{1,6}$/.test(wish) ? Number(wish) : 0;
  if (words < FEWEST_WORDS) throw new UsageError(`--words must be a whole number from ${FEWEST_WORDS}.`);
  return words;
}

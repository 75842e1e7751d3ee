import { basename, resolve } from "node:path";
import { readArticleFiles } from "../host/article-file.ts";
import { shownName } from "../host/file-name.ts";
import { makeProject } from "../host/new-project.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { readProject } from "../storage/project/project-folder.ts";
import { sourceJson, sourceLine } from "./article-summary.ts";
import { type CliCommand, firstWord } from "./cli-command.ts";
import { plainText } from "./text-table.ts";

export const newCommand: CliCommand = {
  name: "new",
  synopsis: "<folder> [files…] [--title T]",
  summary: "makes a project of text files, all of them or none",
  options: {
    title: { type: "string", value: "T", help: "the project's title; the folder's name when it is not given" },
  },
  words: { least: 1, most: Number.POSITIVE_INFINITY },
  run: async (call) => {
    const folder = resolve(firstWord(call));
    const articles = await readArticleFiles(nodeFiles, call.words.slice(1));
    await makeProject(nodeFiles, folder, call.text("title") ?? basename(folder), articles);
    const { project } = await readProject(nodeFiles, folder);
    return {
      text: `${plainText(project.file.title)}: ${shownName(folder)}\n${project.sources.map((source) => `  ${sourceLine(source)}\n`).join("")}`,
      json: {
        folder,
        project: project.file.id,
        title: project.file.title,
        sources: project.sources.map(sourceJson),
      },
    };
  },
};

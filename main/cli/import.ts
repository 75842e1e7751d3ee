import { resolve } from "node:path";
import { readArticleFiles } from "../host/article-file.ts";
import { shownName } from "../host/file-name.ts";
import { duplicateOf, newSource, nextOrder } from "../host/new-source.ts";
import { nodeFiles } from "../storage/disk/files.ts";
import { openProjectStore } from "../storage/project/project-store.ts";
import { sourceJson, sourceLine } from "./article-summary.ts";
import { type CliCommand, firstWord } from "./cli-command.ts";
import { plainText } from "./text-table.ts";

export const importCommand: CliCommand = {
  name: "import",
  synopsis: "<folder> <files…>",
  summary: "adds text files to a project, all of them or none",
  options: {},
  words: { least: 2, most: Number.POSITIVE_INFINITY },
  run: async (call) => {
    const folder = resolve(firstWord(call));
    const store = await openProjectStore(nodeFiles, folder);
    try {
      const articles = await readArticleFiles(nodeFiles, call.words.slice(1));
      for (const article of articles) {
        const twin = duplicateOf(store.project, article);
        if (twin !== null) call.terminal.err(`${shownName(article.name)} has the same text as ${plainText(twin)}.\n`);
      }
      const first = nextOrder(store.project);
      const sources = await store.addSources(articles.map((article, i) => newSource(article, first + i)));
      return {
        text: sources.map((source) => `${sourceLine(source)}\n`).join(""),
        json: { folder, sources: sources.map(sourceJson) },
      };
    } finally {
      await store.close();
    }
  },
};

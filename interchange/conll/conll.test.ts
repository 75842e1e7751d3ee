import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conll } from "../../annotations/exchange/conll/conll.ts";
import { grouped } from "../../annotations/exchange/grouped.ts";
import { HAS_PYTHON, type Row, runPython } from "../other-program.ts";
import { projectsFor } from "../projects.ts";
import { type WrittenFolders, writtenFolders } from "../written-folders.ts";
import { type ClaimFile, claimFilesOf, type Sentence, solid } from "./claim-files.ts";
import { inWholeWords, ofFewClaims } from "./whole-words.ts";

const PROJECTS = projectsFor(conll).map(ofFewClaims).map(inWholeWords);

describe.skipIf(!HAS_PYTHON)("conll, as NLTK reads it", () => {
  let written: WrittenFolders;
  let rows: readonly Row[];

  beforeAll(() => {
    written = writtenFolders(conll, PROJECTS);
    rows = runPython("conll/read_conll.py", written.folders);
  });
  afterAll(() => written.remove());

  it("has every block of every article, and in it the marks that overlap none before them as chunks", () => {
    const files = claimFilesIn(rows);
    const expected = PROJECTS.flatMap(claimFilesOf);
    expect(files.length).toBe(expected.length);
    for (const [i, file] of files.entries()) expect(file).toEqual(expected[i]);
  });
});

/** What NLTK read, project by project and file by file. */
function claimFilesIn(rows: readonly Row[]): readonly ClaimFile[] {
  const folders = [...grouped(rows, ([folder]) => folder).values()];
  return folders.flatMap((folder) => {
    const isList = ([, path]: Row) => path === "claims.csv";
    const claims = new Map(folder.filter(isList).map(([, , file = "", claim = ""]) => [file, claim]));
    const files = grouped(
      folder.filter((row) => !isList(row)),
      ([, path = ""]) => path,
    );
    return [...files].map(([path, sentences]) => ({
      claim: claims.get(path.slice(path.lastIndexOf("/") + 1)) ?? "",
      articles: articlesIn(sentences),
    }));
  });
}

/** NLTK makes a sentence without words of the line that begins an article. */
function articlesIn(rows: readonly Row[]): ClaimFile["articles"] {
  const articles: Sentence[][] = [];
  for (const [, , kind = "", ...words] of rows) {
    if (kind !== "sentence")
      articles
        .at(-1)
        ?.at(-1)
        ?.chunks.push(`${kind} ${solid(words.join(""))}`);
    else if (words.length === 0) articles.push([]);
    else articles.at(-1)?.push({ text: solid(words.join("")), chunks: [] });
  }
  return articles;
}

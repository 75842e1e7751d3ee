import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { grouped } from "../../annotations/exchange/grouped.ts";
import { uimaXmi } from "../../annotations/exchange/uima/uima-xmi.ts";
import { HAS_JAVA, type Row, runJava } from "../other-program.ts";
import { projectsFor } from "../projects.ts";
import { type WrittenFolders, writtenFolders } from "../written-folders.ts";
import { type Structure, structuresOf } from "./structures.ts";

const PROJECTS = projectsFor(uimaXmi);

describe.skipIf(!HAS_JAVA)("uima-xmi, as Apache UIMA reads it", () => {
  let written: WrittenFolders;
  let rows: readonly Row[];

  beforeAll(() => {
    written = writtenFolders(uimaXmi, PROJECTS);
    rows = runJava("uima/ReadCas.java", written.folders);
  });
  afterAll(() => written.remove());

  it("has the texts, what is said of them, and each piece of a mark on its words", () => {
    const documents = documentsIn(rows, "read");
    const expected = PROJECTS.flatMap(structuresOf).map(inOrder);
    expect(documents.length).toBe(expected.length);
    for (const [i, document] of documents.entries()) expect(document).toEqual(expected[i]);
  });

  it("has the same after Apache UIMA has written it", () => {
    expect(documentsIn(rows, "again")).toEqual(documentsIn(rows, "read"));
  });
});

/** What UIMA said of each document in one of its turns. */
function documentsIn(rows: readonly Row[], turn: string): readonly (readonly Structure[])[] {
  const documents = grouped(
    rows.filter((row) => row[0] === turn),
    ([, folder, document]) => `${folder}/${document}`,
  );
  return [...documents.values()].map((document) =>
    inOrder(document.map(([, , , type = "", ...cells]) => ({ type, ...featuresIn(cells) }))),
  );
}

/** Names and values, one behind the other. */
function featuresIn(cells: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(cells.flatMap((name, i) => (i % 2 === 0 ? [[name, cells[i + 1] ?? ""]] : [])));
}

/** UIMA has an order of its own. */
function inOrder(structures: readonly Structure[]): readonly Structure[] {
  const keyOf = ({ type, begin, end, claimId, tagId, markId, piece, analyst }: Structure) =>
    [type, begin, end, claimId, markId, tagId, piece, analyst].join(" ");
  return structures.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

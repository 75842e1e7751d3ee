import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { brat } from "../../annotations/exchange/brat/brat.ts";
import { grouped } from "../../annotations/exchange/grouped.ts";
import { HAS_JAVA, type Row, runJava } from "../other-program.ts";
import { projectsFor } from "../projects.ts";
import { type WrittenFolders, writtenFolders } from "../written-folders.ts";
import { type Document, documentsOf } from "./documents.ts";

const PROJECTS = projectsFor(brat);

/**
 * Apache OpenNLP hands on the numbers of a place as they stand in the file, so that it matters nothing that it counts in
 * UTF-16 itself. Of comments it reads `AnnotatorNotes` and passes over all others; blanks around texts and notes it leaves out.
 */
describe.skipIf(!HAS_JAVA)("brat, as Apache OpenNLP reads it", () => {
  let written: WrittenFolders;
  let rows: readonly Row[];

  beforeAll(() => {
    written = writtenFolders(brat, PROJECTS);
    rows = runJava("brat/ReadBrat.java", written.folders);
  });
  afterAll(() => written.remove());

  it("has the texts, and each mark on its words with its claim, attributes and note", () => {
    const documents = documentsIn(rows);
    const expected = PROJECTS.flatMap(documentsOf);
    expect(documents.length).toBe(expected.length);
    for (const [i, document] of documents.entries()) expect(document).toEqual(expected[i]);
  });
});

/** What OpenNLP said of each document, project by project. */
function documentsIn(rows: readonly Row[]): readonly Document[] {
  const documents = [...grouped(rows, ([folder, path]) => `${folder?.padStart(4, "0")}/${path}`)];
  return documents.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, document]) => documentIn(document));
}

function documentIn(rows: readonly Row[]): Document {
  const ofKind = (wanted: string) => rows.filter(([, , kind]) => kind === wanted).map(([, , , ...cells]) => cells);
  const attributes = grouped(ofKind("Attribute"), ([, , target]) => target);
  const [[text = ""] = []] = ofKind("text");
  return {
    text,
    spans: ofKind("Entity")
      .toSorted(([a = ""], [b = ""]) => Number(a.slice(1)) - Number(b.slice(1)))
      .map(([id = "", type = "", covered = "", note = "", ...pieces]) => ({
        ...{ type, covered, note, pieces },
        attributes: (attributes.get(id) ?? []).map(([, name, , value]) => `${name} ${value}`.trim()).sort(),
      })),
    others: rows.filter(([, , kind = ""]) => !["text", "Entity", "Attribute"].includes(kind)).length,
  };
}

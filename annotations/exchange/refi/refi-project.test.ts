import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnalystId, SourceId } from "../../model/id.ts";
import type { Project } from "../../model/project.ts";
import { article } from "../../testing/article.ts";
import { knownId } from "../../testing/known-id.ts";
import { annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import { textFile } from "../input-file.ts";
import { exchangedProject } from "../testing/exchanged-project.ts";
import { writtenFiles } from "../testing/round-trip.ts";
import { parseXml } from "../xml/xml-element.ts";
import { refiProject } from "./refi-project.ts";
import { refiFaults } from "./testing/element-order.ts";

const FOREIGN = `<?xml version="1.0" encoding="utf-8"?>
<q:Project xmlns:q="urn:QDA-XML:project:1.5" name="p" origin="Other 1">
<q:Users><q:User guid="{AAAAAAAA-0000-4000-8000-000000000001}" name="Ann"/></q:Users>
<q:CodeBook><q:Codes>
<q:Code guid="BBBBBBBB-0000-4000-8000-000000000001" name="Cause" isCodable="true"><q:Description>why</q:Description>
<q:Code guid="BBBBBBBB-0000-4000-8000-000000000002" name="Refutes" isCodable="true"/></q:Code>
</q:Codes></q:CodeBook>
<q:Sources><q:PDFSource guid="x"/><q:TextSource guid="CCCCCCCC-0000-4000-8000-000000000001" name="A" richTextPath="internal://a.docx" plainTextPath="relative:///docs\\A.TXT">
<q:PlainTextSelection guid="d1" startPosition="2" endPosition="7" creatingUser="AAAAAAAA-0000-4000-8000-000000000001">
<q:Coding guid="e1"><q:CodeRef targetGUID="{bbbbbbbb-0000-4000-8000-000000000002}"/></q:Coding></q:PlainTextSelection>
<q:PlainTextSelection guid="d2" startPosition="7" endPosition="7"/>
<q:PlainTextSelection guid="d3" startPosition="-1" endPosition="2"/>
</q:TextSource></q:Sources>
<q:Sets><q:Set guid="f" name="s"/></q:Sets></q:Project>`;

function projectXml(project: Project): string {
  const [file] = refiProject.write({ project, sets: project.sets }, new Set()).files;
  return [...(file?.content ?? [])].join("");
}

const faults = (xml: string) => refiFaults(parseXml(textFile("project.qde", xml)));

describe("refi-project", () => {
  it("has the elements of the published format in their order, with their attributes, and each GUID once", () => {
    fc.assert(
      fc.property(exchangedProject, (project) => {
        expect(faults(projectXml(project))).toEqual([]);
      }),
      { numRuns: 30 },
    );
    expect(faults(projectXml(projectOf([], [])))).toEqual([]);
  });

  it("is held against an order that finds faults", () => {
    const text = article("The [ferry] sank.");
    const sets = [annotationsOf(1, { claims: [claim(1)], marks: [mark(1, text, tag(1, 1, "mixed"))] })];
    const xml = projectXml(projectOf([text.source], sets));
    const turned = xml.replace(
      /(<Description>Parallax mark.*?<\/Description>)(.*?)(<\/PlainTextSelection>)/s,
      "$2$1$3",
    );
    expect(faults(xml)).toEqual([]);
    expect(faults(turned)).toHaveLength(1);
    expect(faults(xml.replace(' startPosition="4"', ""))).toHaveLength(1);
    expect(faults(xml.replaceAll("CodeRef", "CodeReference")).length).toBeGreaterThan(0);
  });

  it("reads what another program wrote, whatever its prefix, paths and case of GUIDs", () => {
    const read = refiProject.reader.read([
      textFile("project.qde", FOREIGN),
      textFile("Sources/a.txt", "🛶 ferry sank"),
    ]);
    expect(read).toEqual({
      sources: [{ key: "cccccccc-0000-4000-8000-000000000001", title: "A", originalName: "A", text: "🛶 ferry sank" }],
      analysts: [{ key: "aaaaaaaa-0000-4000-8000-000000000001", name: "Ann" }],
      claims: [{ key: "bbbbbbbb-0000-4000-8000-000000000001", label: "Cause", note: "why" }],
      labels: [
        {
          key: "bbbbbbbb-0000-4000-8000-000000000001 ",
          name: "Cause",
          claim: "bbbbbbbb-0000-4000-8000-000000000001",
          stance: null,
        },
        {
          key: "bbbbbbbb-0000-4000-8000-000000000001 refutes",
          name: "Refutes",
          claim: "bbbbbbbb-0000-4000-8000-000000000001",
          stance: "refutes",
        },
      ],
      marks: [
        {
          at: "line 9",
          source: "cccccccc-0000-4000-8000-000000000001",
          analyst: "aaaaaaaa-0000-4000-8000-000000000001",
          ranges: [{ position: { start: 2, end: 7, unit: "code-point" }, quote: "ferry" }],
          tags: [{ label: "bbbbbbbb-0000-4000-8000-000000000001 refutes" }],
        },
      ],
      ...{ cells: [], origins: [], progress: [], speakers: [] },
      problems: [
        { at: "line 11", message: "a selection without a beginning before its end" },
        { at: "line 12", message: "a selection without a beginning before its end" },
        { at: "line 8", message: "PDF documents are not read (1)" },
        { at: "line 14", message: "sets are not read (1)" },
      ],
    });
  });

  it("counts line ends as two characters where it writes them so", () => {
    const text = article("One.\n\nThe [ferry] 🛶 [sank].");
    const project = projectOf(
      [text.source],
      [annotationsOf(1, { claims: [claim(1)], marks: [mark(1, text, tag(1, 1, "mixed"))] })],
    );
    const { files } = refiProject.write({ project, sets: project.sets }, new Set(["crlf"]));
    const [, file] = files;
    expect([...(file?.content ?? [])].join("")).toBe("\ufeffOne.\r\n\r\nThe ferry 🛶 sank.");
    const read = refiProject.reader.read(files.map(({ path, content }) => textFile(path, [...content].join(""))));
    expect(read.marks[0]?.ranges.map(({ quote, position }) => [quote, position?.start])).toEqual([
      ["ferry", 12],
      ["sank", 20],
    ]);
  });

  it("keeps apart articles with one title, and marks that two analysts have under one id", () => {
    const [here, there] = [1, 2].map((n) =>
      article("The [ferry] [sank].", { id: knownId(SourceId, n), order: n, title: "A ferry" }),
    );
    if (!here || !there) throw new Error("there are two");
    const [claims, one] = [[claim(1)], mark(1, here, tag(1, 1, "supports", { voice: "document", note: "so" }))];
    const other = { ...one, tags: [tag(1, 1, "refutes", { voice: "unnamed" })], note: "no" };
    const project = projectOf(
      [here.source, there.source],
      [annotationsOf(1, { claims, marks: [one] }), annotationsOf(2, { marks: [other] })],
    );
    expect(faults(projectXml(project))).toEqual([]);
    const read = refiProject.reader.read(writtenFiles(refiProject, project));
    expect(
      parseXml(textFile("p", projectXml(project)))
        .children.flatMap(({ children }) => children)
        .filter(({ name }) => name === "TextSource")
        .map(({ attributes }) => attributes.get("name")),
    ).toEqual(["A ferry", "A ferry (2)"]);
    expect(read.sources.map(({ title }) => title)).toEqual(["A ferry", "A ferry"]);
    expect(
      read.marks.map(({ id, analyst, note, ranges, tags }) => [id, analyst, note, ranges.length, tags[0]?.voice]),
    ).toEqual([
      [one.id, knownId(AnalystId, 1), undefined, 2, "document"],
      [one.id, knownId(AnalystId, 2), "no", 2, "unnamed"],
    ]);
  });

  it("says which claims leave their place", () => {
    const claims = Array.from({ length: 62 }, (_, i) => claim(i + 1, i === 0 ? {} : { parent: claim(i).id }));
    const project = projectOf([], [annotationsOf(1, { claims })]);
    expect(refiProject.write({ project, sets: project.sets }, new Set()).losses).toEqual([
      "1 claim more than 60 levels down stands at the top, since programs do not show more.",
    ]);
  });
});

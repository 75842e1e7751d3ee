import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { refiProject } from "../../annotations/exchange/refi/refi-project.ts";
import { article } from "../../annotations/testing/article.ts";
import { annotationsOf, claim, mark, projectOf, tag } from "../../annotations/testing/project.ts";
import { VALUES } from "../../annotations/testing/values.ts";

const SCHEMA = new URL("../../annotations/exchange/refi/published/Project.xsd", import.meta.url);

const TEXT = article("The [ferry] 🛶 sank.\n\nIt was [late].");
const [VALUE] = VALUES;

const CLAIMS = [
  claim(1, { note: "two\nlines", aliases: ["a & b"], colour: "blue" }),
  claim(2, { parent: claim(1).id, include: "<b>" }),
];

const MARK = {
  ...mark(
    1,
    TEXT,
    tag(1, 2, "refutes", { note: "so", voice: "document", ...(VALUE && { value: VALUE }) }),
    tag(2, 1, "supports"),
  ),
  note: "a note",
  toDiscuss: true,
};

const PROJECT = projectOf([TEXT.source], [annotationsOf(1, { claims: CLAIMS, marks: [MARK] })]);

async function faults(xml: string): Promise<readonly string[]> {
  const schema = [{ fileName: "Project.xsd", contents: readFileSync(SCHEMA, "utf8") }];
  const { errors } = await validateXML({ xml: [{ fileName: "project.qde", contents: xml }], schema });
  return errors.map(({ message }) => message);
}

function projectXml(project = PROJECT): string {
  const [file] = refiProject.write({ project, sets: project.sets }, new Set()).files;
  return [...(file?.content ?? [])].join("");
}

it("takes a project with everything that is written, and one with nothing", async () => {
  expect(await faults(projectXml())).toEqual([]);
  expect(await faults(projectXml(projectOf([], [])))).toEqual([]);
});

it("refuses elements in another order", async () => {
  const turned = projectXml().replace(
    /(<Description>Parallax mark.*?<\/Description>)(.*?)(<\/PlainTextSelection>)/s,
    "$2$1$3",
  );
  expect(await faults(turned)).not.toEqual([]);
});

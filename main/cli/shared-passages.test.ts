import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { nodeFiles } from "../storage/disk/files.ts";
import { createProject, newProjectFile } from "../storage/project/project-folder.ts";
import { article, exampleProject } from "../storage/testing/example-project.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { parallax } from "./testing/captured-run.ts";

const TOLD = "The mayor said that the “old” bridge had been closed since Monday";
const RETOLD = "the mayor said that the bridge had been closed since Monday";

async function projectOf(...articles: readonly (readonly [outlet: string, text: string])[]): Promise<string> {
  const folder = join(await temporaryFolder(), "bridge");
  const sources = articles.map(([outlet, text], order) => article(text, { title: "", outlet, order }));
  await createProject(nodeFiles, folder, newProjectFile("The bridge"), sources);
  return folder;
}

const RETELLING = [
  ["The Post", `🌉\n${TOLD}.\n`],
  ["The Star", "Nothing of the kind is told here.\n"],
  ["The Echo", `Again, ${RETOLD}!\n`],
] as const;

it("lists the passages of each pair of articles", async () => {
  const { code, out, err } = await parallax("shared-passages", await projectOf(...RETELLING));
  expect([code, err]).toEqual([0, ""]);
  expect(out).toBe(
    [
      "The bridge: 1 shared passage in 1 pair of articles",
      "",
      "A  The Post",
      "C  The Echo",
      "",
      "A and C: 1 passage",
      "  12 words, 11 equal",
      `    A 2-67  ${TOLD}`,
      `    C 7-66  ${RETOLD}`,
      "",
    ].join("\n"),
  );
});

it("gives the same as JSON, in the order of the articles", async () => {
  const { code, out } = await parallax("shared-passages", await projectOf(...RETELLING), "--json");
  const { sources, pairs, ...rest } = JSON.parse(out);
  const [a, , c] = sources;
  expect(code).toBe(0);
  expect(sources.map(({ outlet }: { outlet: string }) => outlet)).toEqual(["The Post", "The Star", "The Echo"]);
  expect(pairs).toEqual([
    {
      a: a.id,
      b: c.id,
      passages: [
        {
          words: 12,
          equalWords: 11,
          a: { start: 2, end: 67, quote: TOLD },
          b: { start: 7, end: 66, quote: RETOLD },
        },
      ],
    },
  ]);
  expect(rest).toEqual({
    title: "The bridge",
    leastWords: 8,
    leftOut: { common: [], passages: 0, repeatedPlaces: 0 },
  });
});

it("takes the least number of words, and refuses one that is too small or none", async () => {
  const folder = await projectOf(...RETELLING);
  expect((await parallax("shared-passages", folder, "--words", "11")).out).toContain("12 words, 11 equal");
  expect((await parallax("shared-passages", folder, "--words", "12")).out).toBe(
    "The bridge: 0 shared passages in 0 pairs of articles\n",
  );
  for (const words of ["4", "8.5", "many", "-9"]) {
    const { code, err } = await parallax("shared-passages", folder, `--words=${words}`);
    expect([code, err]).toEqual([2, expect.stringContaining("--words must be a whole number from 5.")]);
  }
});

it("names what it has not compared, and quotes the beginning of what is long", async () => {
  const long = Array.from(
    { length: 120 },
    (_, i) => `word${"abcdefghij"[i % 10]}${"klmnopqrst"[Math.floor(i / 10) % 10]}`,
  );
  const copies = Array.from({ length: 51 }, (_, i) => [`Copy ${i + 1}`, `${long.join(" ")}.\n`] as const);
  const folder = await projectOf(
    ...copies,
    ["Echoes", `${"again and ".repeat(200)}\n`],
    ["More", `${"again and ".repeat(99)}\n`],
  );
  const { out } = await parallax("shared-passages", folder);
  expect(out).toMatch(/^The bridge: 1 shared passage in 1 pair of articles\n/);
  expect(out).toMatch(
    /\nNot compared, since more than 50 articles have it:\n {2}in at least 51 articles\n {4}[A-Z]+ 0-\d+ {2}wordak wordbk .{480,490}…\n/,
  );
  expect(out).toMatch(/\nNot compared: \d+ places at which an article repeats itself over and over\.\n$/);
  const json = JSON.parse((await parallax("shared-passages", folder, "--json")).out);
  expect(json.leftOut.common).toMatchObject([{ words: 120, sources: 51, start: 0 }]);
});

it("says what is wrong with files that it cannot read", async () => {
  const folder = await exampleProject();
  const file = join(folder, "project.json");
  await writeFile(file, (await readFile(file, "utf8")).slice(1));
  const { code, out, err } = await parallax("shared-passages", folder);
  expect([code, out]).toEqual([1, ""]);
  expect(err).toContain("project.json cannot be read");
});

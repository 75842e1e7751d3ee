import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sealedJson } from "../storage/disk/seal.ts";
import { temporaryFolder } from "../storage/testing/temporary-folder.ts";
import { freshPaths, parallax, parallaxWith } from "./testing/captured-run.ts";

const TABLE = {
  level: "nominal",
  categories: ["refutes", "supports"],
  values: [
    ["supports", "refutes", null],
    ["supports", "supports", "refutes"],
  ],
};

async function fileOf(...lines: readonly (string | Uint8Array)[]): Promise<string> {
  const path = join(await temporaryFolder(), "lines.jsonl");
  await writeFile(path, Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from("\n")])));
  return path;
}

async function fromInput(input: string, ...args: readonly string[]) {
  return parallaxWith({ paths: await freshPaths(), input }, "agreement", ...args);
}

function resultsIn(out: string) {
  return out
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

describe("the analysts of a project", () => {
  const sample = join(import.meta.dirname, "../../annotations/sample");

  it("are compared on each level, with the raw ratings beside the figures", async () => {
    const { code, out, err } = await parallax("agreement", sample, "--json");
    expect([code, err]).toEqual([0, ""]);
    const { analysts, levels } = JSON.parse(out);
    expect(analysts).toHaveLength(2);
    expect(levels.map(({ level }: { level: string }) => level)).toEqual(["place", "claim", "stance"]);
    for (const { measures } of levels) {
      for (const { value, n, reason } of measures)
        expect([typeof n, value === null]).toEqual(["number", reason !== undefined]);
    }
    const { measures, table } = levels[2];
    const both = table.units
      .map(({ ratings }: { ratings: unknown[] }) => ratings)
      .filter((r: unknown[]) => !r.includes(null));
    const agreeing = both.filter(([a, b]: unknown[]) => a === b).length;
    const percent = measures.find(({ id }: { id: string }) => id === "percent-agreement");
    expect(percent).toMatchObject({ value: agreeing / both.length, n: both.length });
  });

  it("are shown as a table, of one level and one measure if that is asked for", async () => {
    const { code, out } = await parallax("agreement", sample, "--level", "stance", "--measure", "gwet-ac1");
    expect(code).toBe(0);
    expect(out).toMatch(/^Ada Okafor, Ben Laurent\n/);
    expect(out).toMatch(
      /Which stance, where several see one\nAll of it was made blind: .*\.\ngwet-ac1 .*0\.\d{3} .*n = \d+\n$/,
    );
  });

  it("say how much was made after its analyst had seen the others' work, and are compared without it", async () => {
    const project = join(await temporaryFolder(), "sample");
    await cp(sample, project, { recursive: true });
    const set = join(project, "annotations", "5bb33e11-69cb-4b85-b0b7-2974aec62f8c.json");
    const { sha256: _, ...content } = JSON.parse(await readFile(set, "utf8"));
    const reveals = content.reveals.map((reveal: object) => ({ ...reveal, at: "2026-11-01T00:00:00Z" }));
    await writeFile(set, Buffer.concat([...sealedJson({ ...content, reveals })]));
    const stance = async (...words: readonly string[]) => {
      const { out } = await parallax("agreement", project, "--level", "stance", "--json", ...words);
      const { phase, levels } = JSON.parse(out);
      return { phase, blind: levels[0].blind, units: levels[0].table.units.length };
    };
    const [all, blind] = [await stance(), await stance("--blind")];
    expect([all.phase, blind.phase]).toEqual(["all", "blind"]);
    expect(blind.blind).toEqual(all.blind);
    expect(all.blind.map(({ marksAfterReveal }: { marksAfterReveal: number }) => marksAfterReveal > 0)).toEqual([
      true,
      false,
    ]);
    expect(blind.units).toBeLessThan(all.units);
    const { out } = await parallax("agreement", project, "--level", "stance", "--blind");
    expect(out).toMatch(/\nOnly what was made blind counts: \d+ of \d+ marks by Ada Okafor .*, left out\.\n/);
  });

  it.each([
    [["--level", "word"], "There is no level word; the levels are place, claim, stance."],
    [["--measure", "kappa"], "There is no measure kappa; the measures are"],
    [["--table", "-"], "Say what to compare"],
  ])("are not compared with %j", async (words, sentence) => {
    const { code, err } = await parallax("agreement", sample, ...words);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});

describe("a table of ratings", () => {
  it("gets one line of statistics, from a file and from the standard input, with --json and without", async () => {
    const lines = [JSON.stringify({ name: "first", ...TABLE }), "", JSON.stringify({ ...TABLE, values: [] })];
    const { code, out, err } = await parallax("agreement", "--table", await fileOf(...lines));
    expect([code, err]).toEqual([0, ""]);
    expect(await fromInput(`\ufeff${lines.join("\r\n")}`, "--table", "-", "--json")).toEqual({ code, out, err });
    const [first, second, ...others] = resultsIn(out);
    expect(others).toEqual([]);
    expect(first).toEqual({ name: "first", measures: expect.any(Array) });
    expect(first.measures[0]).toEqual({
      ...{ id: "krippendorff-alpha", level: "nominal", value: 0, n: 2 },
      noInterval: "Fewer than 20 units can be compared, too few for an interval.",
    });
    expect(first.measures.at(-2)).toEqual({ id: "cohen-kappa", level: "nominal", pair: [0, 1], value: 0, n: 2 });
    expect(Object.keys(second)).toEqual(["measures"]);
    expect(second.measures[0]).toEqual({
      ...{ id: "krippendorff-alpha", level: "nominal", value: null, n: 0 },
      reason: "No unit has ratings by two raters.",
    });
  });

  it("gives Krippendorff's own example its values at each level", async () => {
    const { data } = JSON.parse(
      await readFile(
        join(import.meta.dirname, "../../annotations/agreement/reference-cases/krippendorff2011_CD.json"),
        "utf8",
      ),
    );
    const lines = ["nominal", "ordinal", "interval"].map((level) => JSON.stringify({ level, ...data }));
    const results = resultsIn((await parallax("agreement", "--table", await fileOf(...lines))).out);
    const alphas = results.map(({ measures }) => measures[0]);
    expect(alphas.map(({ level, value, n }) => [level, value.toFixed(3), n])).toEqual([
      ["nominal", "0.743", 11],
      ["ordinal", "0.815", 11],
      ["interval", "0.849", 11],
    ]);
  });

  it("gives alpha its interval, with a caution where it is known to be too narrow", async () => {
    const row = (rating: number) => Array.from({ length: 40 }, (_, unit) => (unit < rating ? 1 : 0));
    const line = { level: "interval", categories: [0, 1], values: [row(4), row(5)] };
    const { out } = await fromInput(JSON.stringify(line), "--table", "-");
    const [{ measures }] = resultsIn(out);
    const { interval, ...alpha } = measures[0];
    expect(Object.keys(alpha)).toEqual(["id", "level", "value", "n"]);
    expect(interval).toEqual({
      ...{ low: expect.any(Number), high: 1, method: "BCa bootstrap of units", resamples: 2000 },
      ...{ undefined: expect.any(Number), caution: expect.stringMatching(/^Too narrow: .*\.$/) },
    });
    expect(interval.low < alpha.value && alpha.value < interval.high).toBe(true);
  });

  it("holds names that are not names elsewhere, and tells a number from its digits", async () => {
    const deep = '["{'.repeat(99);
    const categories = ["__proto__", "constructor", "1", 1, "Aa", "BB", "é", "e\u0301", deep];
    const { code, out } = await fromInput(
      JSON.stringify({ name: "__proto__", level: "nominal", categories, values: [categories, categories] }),
      ...["--table", "-"],
    );
    const [{ name, measures }] = resultsIn(out);
    expect([code, name, measures[0].value, measures[0].n]).toEqual([0, "__proto__", 1, 9]);
    const { out: apart } = await fromInput(
      JSON.stringify({
        ...TABLE,
        categories,
        values: [
          ["1", "é"],
          [1, "e\u0301"],
        ],
      }),
      ...["--table", "-"],
    );
    expect(resultsIn(apart)[0].measures[1].value).toBe(0);
  });

  const form = "it must be an object with name, level, categories, values";
  it.each<[string, string, string]>([
    ["no JSON", "[", "it is not valid JSON (it ends too early)"],
    ["a fault inside", '{"level": nominal, "categories": ["a", "b"]}', "it is not valid JSON (column 12)"],
    ["a number beyond all", JSON.stringify(TABLE).replace("null", "1e999"), "it holds a number too large to keep"],
    ["a prototype", '{"__proto__": {"level": "nominal"}}', 'it uses the forbidden key "__proto__"'],
    ["depth", "[".repeat(100_000), "it is nested more than 64 levels deep"],
    ["depth that ends", `${"[".repeat(99)}${"]".repeat(99)}`, "it is nested more than 64 levels deep"],
    ["something else", "7", form],
    ["nothing", "null", form],
    ["a list", JSON.stringify([TABLE]), form],
    ["a name that is no text", line({ name: 1 }), '"name" must be a text'],
    ["no level", line({ level: undefined }), '"level" must be one of nominal, ordinal, interval'],
    ["a level that is none", line({ level: "ratio" }), '"level" must be one of nominal, ordinal, interval'],
    ["no categories", line({ categories: [] }), '"categories" must be a list of 1 to 1000 texts or numbers'],
    [
      "categories that are none",
      line({ categories: [null] }),
      '"categories" must be a list of 1 to 1000 texts or numbers',
    ],
    ["a category twice", line({ categories: ["a", 1, "a"] }), '"categories" has "a" twice'],
    [
      "no numbers",
      line({ level: "interval" }),
      'at the level interval every category must be a number, and "refutes" is none',
    ],
    [
      "values that are no table",
      line({ values: ["supports"] }),
      '"values" must be a list of at most 500 raters, each a list with an entry for every unit',
    ],
    [
      "too many raters",
      line({ values: Array.from({ length: 501 }, () => []) }),
      '"values" must be a list of at most 500 raters, each a list with an entry for every unit',
    ],
    ["ragged rows", line({ values: [["supports"], []] }), "values[1] has 0 entries where values[0] has 1"],
    [
      "a value that is no category",
      line({ values: [["supports"], ["Supports"]] }),
      'values[1][0] is "Supports", which is not among the categories',
    ],
    [
      "a value of another kind",
      line({ values: [[{ toString: ["x".repeat(100)] }]] }),
      `values[0][0] is {"toString":["${"x".repeat(26)}…, which is not among the categories`,
    ],
  ])("is refused with one sentence that names the line: %s", async (_, bad, reason) => {
    expect(await fromInput(`${JSON.stringify(TABLE)}\n${bad}\n`, "--table", "-")).toEqual({
      code: 1,
      out: "",
      err: `Line 2 of the standard input cannot be used: ${reason}.\n`,
    });
  });

  it("is refused where something is no number", async () => {
    for (const bad of ["NaN", "Infinity", "0x1", "01", "1."]) {
      const { code, out, err } = await fromInput(line({}).replace("null", bad), "--table", "-");
      expect([code, out, err]).toEqual([1, "", expect.stringMatching(/^Line 1 of .*: it is not valid JSON.*\.\n$/)]);
    }
  });

  function line(changes: object): string {
    return JSON.stringify({ ...TABLE, ...changes });
  }

  it("is refused where the file cannot be read as text, is a folder, or is not there", async () => {
    const binary = await fileOf(JSON.stringify(TABLE), Uint8Array.of(0x22, 0xff, 0x22));
    const folder = await temporaryFolder();
    for (const [path, sentence] of [
      [binary, `Line 2 of ${binary} cannot be used: it is not UTF-8 text.\n`],
      [folder, `${folder} is a folder, not a file.\n`],
      [join(folder, "none"), `${join(folder, "none")} does not exist.\n`],
    ] as const)
      expect(await parallax("agreement", "--table", path)).toEqual({ code: 1, out: "", err: sentence });
  });
});

describe("spans", () => {
  const SPANS = {
    length: 12,
    annotations: { anna: [{ start: 0, end: 4, label: "C1" }], "1": [{ start: 2, end: 4, label: "C1" }] },
  };
  const line = (changes: object) => JSON.stringify({ ...SPANS, ...changes });

  it("get one line of statistics for each text", async () => {
    const { code, out, err } = await fromInput(
      `${line({ name: "text" })}\n${line({ annotations: {} })}`,
      "--spans",
      "-",
    );
    const [text, none] = resultsIn(out);
    expect([code, err, text.name]).toEqual([0, "", "text"]);
    expect(text.measures).toContainEqual({ id: "overlap-f1", level: "nominal", pair: ["1", "anna"], value: 1, n: 2 });
    expect(text.measures.at(-1)).toMatchObject({ id: "u-alpha", label: "C1", n: 12 });
    expect(none.measures.map(({ id, value }: { id: string; value: unknown }) => [id, value])).toEqual([
      ["exact-f1", null],
      ["overlap-f1", null],
      ["character-f1", null],
      ["u-alpha", null],
    ]);
  });

  const form =
    '"annotations" must have for each of at most 100 analysts a list of spans, each with a number "start", a number "end" and a text "label"';
  const whole = "and must have whole numbers with 0 <= start < end <= 12";
  it.each<[string, string, string]>([
    ["no JSON", "[", "it is not valid JSON (it ends too early)"],
    ["a list", "[]", "it must be an object with name, length, annotations"],
    [
      "a length that is none",
      line({ length: 1.5 }),
      '"length" must be a whole number from 0 to 1000000000, the characters of the text',
    ],
    ["annotations that are a list", line({ annotations: [] }), form],
    ["spans that are none", line({ annotations: { anna: [[0, 1, "C1"]] } }), form],
    [
      "too many analysts",
      line({ annotations: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [i, []])) }),
      form,
    ],
    [
      "an analyst who is a prototype",
      `{"length": 1, "annotations": {"__proto__": []}}`,
      'it uses the forbidden key "__proto__"',
    ],
    [
      "a span of nothing",
      line({ annotations: { a: [{ start: 4, end: 4, label: "" }] } }),
      `annotations["a"][0] goes from 4 to 4, ${whole}`,
    ],
    [
      "a span beyond the end",
      line({ annotations: { a: [{ start: 4, end: 13, label: "" }] } }),
      `annotations["a"][0] goes from 4 to 13, ${whole}`,
    ],
    [
      "half a character",
      line({ annotations: { a: [{ start: 0.5, end: 4, label: "" }] } }),
      `annotations["a"][0] goes from 0.5 to 4, ${whole}`,
    ],
  ])("are refused with one sentence that names the line: %s", async (_, bad, reason) => {
    expect(await fromInput(`\n${bad}`, "--spans", "-")).toEqual({
      code: 1,
      out: "",
      err: `Line 2 of the standard input cannot be used: ${reason}.\n`,
    });
  });
});

it("says how it is used when nothing to compare is given", async () => {
  const { code, out, err } = await parallax("agreement");
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(/^Say what to compare: the folder of a project, or --table .*\.\n\nUsage: parallax agreement /);
  for (const words of [
    ["folder", "--table", "-"],
    ["--table", "-", "--spans", "-"],
  ])
    expect(await parallax("agreement", ...words)).toEqual({ code, out, err });
});

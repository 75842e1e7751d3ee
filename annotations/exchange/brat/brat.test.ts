import { describe, expect, it } from "vitest";
import { SourceId } from "../../model/id.ts";
import { article } from "../../testing/article.ts";
import { knownId } from "../../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import { VALUES } from "../../testing/values.ts";
import type { ExportRequest } from "../format.ts";
import { textFile } from "../input-file.ts";
import { written } from "../written.ts";
import { brat } from "./brat.ts";

const ferry = article("The 🛶 [ferry sank,\nall] saw [it].", { title: "Die Fähre", url: "https://ferry.example/1" });
const bridge = article("[A] bridge[\n].", { id: knownId(SourceId, 2), order: 1, outlet: "Rivernet" });
const [, lineEnd] = bridge.ranges;
const first = annotationsOf(1, {
  claims: [
    claim(1, { label: "C:1", createdAt: "2021-01-01T00:00:00Z", note: "Line\nbreak", aliases: ["F"] }),
    claim(2, { parent: claim(1).id }),
  ],
  marks: [
    {
      ...mark(
        1,
        ferry,
        tag(1, 1, "supports", { note: "a\\n\nb\tc\u2028d", value: VALUES[0] ?? undefined }),
        tag(2, 2, "refutes", {
          ...{ voice: "quoted-direct", speaker: "Omar\nJatta", attitude: "distances" },
          ...{ certainty: "possible", confidence: "low" },
        }),
      ),
      note: "which?",
      toDiscuss: true,
    },
    { ...mark(2, bridge), ranges: bridge.ranges.slice(0, 1) },
    { ...mark(3, bridge), ranges: lineEnd ? [lineEnd] : [] },
  ],
});
const project = projectOf([ferry.source, bridge.source], [first]);
const single: ExportRequest = { project, sets: [first] };

const textsOf = (request: ExportRequest) =>
  new Map(brat.write(request, new Set()).files.map(({ path, content }) => [path, [...content].join("")]));
const again = (request: ExportRequest) =>
  brat.reader.read([...textsOf(request)].map(([path, text]) => textFile(path, text)));

describe("brat", () => {
  it("writes a text and its annotations for each article, and the configuration", () => {
    const files = textsOf(single);
    const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
    expect([...files.keys()]).toEqual([
      "annotation.conf",
      "visual.conf",
      "01-die-fahre.txt",
      "01-die-fahre.ann",
      "02-rivernet.txt",
      "02-rivernet.ann",
    ]);
    expect(files.get("01-die-fahre.txt")).toBe(ferry.source.text);
    expect(files.get("01-die-fahre.ann")).toBe(
      [
        "T1\tC_1 6 17;18 21;26 28\tferry sank, all it",
        "A1\tStance T1 supports",
        "A2\tToDiscuss T1",
        "#1\tAnnotatorNotes T1\ta\\\\n\\nb\\tc\\u2028d",
        "#2\tMarkNote T1\twhich?",
        `#3\tParallax T1\t{"mark":"${id(1)}","tag":"${id(1)}","createdAt":"${AT}","value":{"kind":"number","words":"203","least":203,"most":203,"unit":"people"},"pieces":[[6,21],[26,28]]}`,
        "T2\tC2 6 17;18 21;26 28\tferry sank, all it",
        "A3\tStance T2 refutes",
        "A4\tVoice T2 quoted-direct",
        "A5\tAttitude T2 distances",
        "A6\tCertainty T2 possible",
        "A7\tConfidence T2 low",
        "A8\tToDiscuss T2",
        "#4\tSpeaker T2\tOmar\\nJatta",
        "#5\tMarkNote T2\twhich?",
        `#6\tParallax T2\t{"mark":"${id(1)}","tag":"${id(2)}","createdAt":"${AT}","pieces":[[6,21],[26,28]]}`,
        "",
      ].join("\n"),
    );
    expect(files.get("02-rivernet.ann")).toBe(
      `T1\tUntagged 0 1\tA\n#1\tParallax T1\t{"mark":"${id(2)}","createdAt":"${AT}"}\n`,
    );
    expect(files.get("annotation.conf")?.replace(/^# .*\n/gm, "")).toBe(`[entities]
C_1
C2
Untagged

[relations]
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Stance\tArg:<ENTITY>, Value:supports|refutes|mixed|questions|mentions
Voice\tArg:<ENTITY>, Value:own|quoted-direct|quoted-indirect|document|unnamed
Attitude\tArg:<ENTITY>, Value:neutral|endorses|distances
Certainty\tArg:<ENTITY>, Value:certain|probable|possible
Confidence\tArg:<ENTITY>, Value:high|medium|low
ToDiscuss\tArg:<ENTITY>

`);
    expect(files.get("visual.conf")).toBe("[labels]\nC_1 | C:1 Claim 1 | C:1\nC2 | C2 Claim 2 | C2\n\n[drawing]\n\n");
  });

  it("says what it had to change", () => {
    expect(written(brat, single).losses).toEqual([
      "1 claim ID is written with other characters, “C:1” as C_1.",
      "1 mark is divided where a line ends.",
      "1 mark of nothing but line ends stays behind.",
    ]);
  });

  it("finds in an export what was in it", () => {
    const found = again(single);
    const [whole, inside] = first.marks[0]?.tags ?? [];
    expect(found.problems).toEqual([]);
    expect(found.marks).toEqual([
      {
        ...{
          at: "01-die-fahre.ann, line 1",
          id: first.marks[0]?.id,
          createdAt: AT,
          source: "01-die-fahre",
          analyst: "",
        },
        ranges: ferry.ranges.map(({ start, end, quote }) => {
          return { position: { start, end, unit: "code-point" }, quote };
        }),
        tags: [
          { id: whole?.id, label: "C_1 ", stance: "supports", note: whole?.note, value: whole?.value },
          {
            ...{ id: inside?.id, label: "C2 ", stance: "refutes", voice: "quoted-direct", speaker: "Omar\nJatta" },
            ...{ attitude: "distances", certainty: "possible", confidence: "low" },
          },
        ],
        ...{ note: "which?", toDiscuss: true },
      },
      {
        ...{ at: "02-rivernet.ann, line 1", id: first.marks[1]?.id, createdAt: AT, source: "02-rivernet", analyst: "" },
        ranges: [{ position: { start: 0, end: 1, unit: "code-point" }, quote: "A" }],
        tags: [],
      },
    ]);
    expect(found.claims).toEqual([
      { key: "C_1", id: claim(1).id, label: "C:1", text: "Claim 1", note: "Line\nbreak", aliases: ["F"] },
      { key: "C2", id: claim(2).id, label: "C2", text: "Claim 2", note: "", aliases: [], parent: "C_1" },
    ]);
    expect(found.analysts).toEqual([{ key: "", ...first.analyst }]);
    expect(found.sources).toMatchObject([
      { key: "01-die-fahre", id: ferry.source.id, title: "Die Fähre", text: ferry.source.text },
      { key: "02-rivernet", id: bridge.source.id, outlet: "Rivernet", text: bridge.source.text },
    ]);
  });

  it("gives each of several analysts a folder", () => {
    const second = annotationsOf(2, { marks: [mark(5, ferry, tag(5, 2, "mentions"))] });
    const both = projectOf([ferry.source, bridge.source], [first, second]);
    const found = again({ project: both, sets: both.sets });
    expect(found.marks.map(({ at, analyst, source }) => [at, analyst, source])).toEqual([
      ["01-analyst-1/01-die-fahre.ann, line 1", "01-analyst-1", "01-die-fahre"],
      ["01-analyst-1/02-rivernet.ann, line 1", "01-analyst-1", "02-rivernet"],
      ["02-analyst-2/01-die-fahre.ann, line 1", "02-analyst-2", "01-die-fahre"],
    ]);
    expect(found.analysts.map(({ id, name }) => [id, name])).toEqual([
      [first.analyst.id, "Analyst 1"],
      [second.analyst.id, "Analyst 2"],
    ]);
  });
});

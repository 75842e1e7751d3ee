import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SourceId } from "../../model/id.ts";
import { STANCES } from "../../model/stance.ts";
import { article } from "../../testing/article.ts";
import { knownId } from "../../testing/known-id.ts";
import { annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import type { ExportRequest } from "../format.ts";
import { exchangedProject } from "../testing/exchanged-project.ts";
import { written } from "../written.ts";
import { conll } from "./conll.ts";

const filesOf = (request: ExportRequest) =>
  new Map(conll.write(request, new Set()).files.map(({ path, content }) => [path, [...content].join("")]));

const ferry = article("[L’été] 🛶, [the U.S.] ferry sank.\nNo[body\nsaw it].", { language: "fr" });
const bridge = article("Die „[Fähre] sank“.", { id: knownId(SourceId, 2), order: 1, language: "de" });
const first = annotationsOf(1, {
  claims: [claim(1), claim(2, { label: "渡", text: "=2" }), claim(3)],
  marks: [
    mark(1, ferry, tag(1, 1, "supports")),
    { ...mark(2, ferry, tag(2, 1, "refutes"), tag(3, 2, "mentions")), ranges: ferry.ranges.slice(0, 1) },
    mark(3, bridge, tag(4, 1, "questions")),
  ],
});
const project = projectOf([ferry.source, bridge.source], [first]);

/** What conlleval reads: the chunks of a file, and what of it IOB2 does not allow (Tjong Kim Sang 2002). */
function chunksIn(text: string) {
  const chunks: string[][] = [];
  const faults: string[] = [];
  let before = "O";
  for (const line of text.split("\n")) {
    const [token = "", tag = "O", ...more] = line.split(" ");
    if (more.length > 0 || (line !== "" && !/^(?:O|[BI]-[a-z]+)$/.test(tag))) faults.push(line);
    if (tag.startsWith("B-")) chunks.push([tag.slice(2), token]);
    else if (tag.startsWith("I-") && before.slice(1) !== tag.slice(1)) faults.push(line);
    else if (tag.startsWith("I-")) chunks.at(-1)?.push(token);
    before = tag;
  }
  return { chunks, faults };
}

describe("conll", () => {
  it("writes a file for each claim with the tokens and tags of all articles", () => {
    const files = filesOf({ project, sets: [first] });
    expect([...files.keys()]).toEqual(["claims.csv", "01-c1.conll", "03.conll"]);
    expect(files.get("claims.csv")).toBe(
      '"file","claim_id","claim"\r\n"01-c1.conll","C1","Claim 1"\r\n"02-c3.conll","C3","Claim 3"\r\n"03.conll","渡","\'=2"\r\n',
    );
    expect(files.get("01-c1.conll")).toBe(`-DOCSTART- O

L’ B-supports
été I-supports
🛶 O
, O
the B-supports
U.S. I-supports
ferry O
sank O
. O

Nobody B-supports

saw B-supports
it I-supports
. O

-DOCSTART- O

Die O
„ O
Fähre B-questions
sank O
“ O
. O

`);
  });

  it("says what tags cannot hold", () => {
    expect(written(conll, { project, sets: [first] }).losses.slice(-3)).toEqual([
      "1 mark of several pieces is written as single stretches.",
      "1 tagged stretch begins or ends inside a word and takes all of it.",
      "1 tagged stretch overlaps another of the same claim and stays behind.",
    ]);
  });

  it("writes nothing that IOB2 does not allow, and every stretch that overlaps none", () => {
    fc.assert(
      fc.property(exchangedProject, (any) => {
        for (const [path, text] of filesOf({ project: any, sets: any.sets })) {
          if (path === "claims.csv") continue;
          const { chunks, faults } = chunksIn(text);
          expect(faults).toEqual([]);
          expect(chunks.map(([stance]) => stance).filter((stance) => !STANCES.some((one) => one === stance))).toEqual(
            [],
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it("has all of a text but its blanks in the tokens", () => {
    fc.assert(
      fc.property(exchangedProject, (any) => {
        const solid = (text: string) => text.replace(/[\s_\u200b]/gu, "");
        for (const [path, text] of filesOf({ project: any, sets: any.sets })) {
          if (path === "claims.csv") continue;
          const tokens = text.split("\n").filter((line) => line !== "" && line !== "-DOCSTART- O");
          const texts = any.sources.flatMap((source) =>
            source.blocks.map(({ start, end }) => Array.from(source.text).slice(start, end).join("")),
          );
          expect(solid(tokens.map((line) => line.split(" ")[0]).join(""))).toBe(solid(texts.join("")));
        }
      }),
      { numRuns: 40 },
    );
  });
});

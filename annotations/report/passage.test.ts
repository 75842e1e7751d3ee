import { expect, it } from "vitest";
import { article } from "../testing/article.ts";
import { annotationsOf, claim, mark, projectOf, speaker, tag } from "../testing/project.ts";
import { reportRequest } from "../testing/report-project.ts";
import type { Block } from "./document.ts";
import { materialOf } from "./material.ts";
import { passageBlocks } from "./passage.ts";

const LONG = "word ".repeat(60);
const ferry = article(`Before it.\n${LONG}[the 🛶 sank] ${LONG}\nAfter it.`);
const quoted = tag(1, 1, "refutes", {
  ...{ voice: "quoted-indirect", speaker: "the ministry", attitude: "distances", certainty: "possible" },
  ...{ confidence: "low", note: "Which day?" },
});
const found = { ...mark(1, ferry, quoted), note: "Seen twice.", toDiscuss: true };
const project = projectOf([ferry.source], [annotationsOf(1, { claims: [claim(1)], marks: [found] })], {
  speakers: [speaker(1, "Ministry", "the ministry")],
});

function passage(blocks: readonly Block[]) {
  const [first] = blocks;
  if (first?.kind !== "passage") throw new Error("no passage");
  return first;
}

it("shows a passage within its paragraph, cut between words, with all that is said of it", () => {
  const blocks = passageBlocks(materialOf(reportRequest(project)), ferry.source, { mark: found, tag: quoted });
  const [piece] = passage(blocks).pieces;
  expect(piece?.quote).toBe("the 🛶 sank");
  expect(piece?.before).toMatch(/^…\u00a0(word ){30,32}$/);
  expect(piece?.after).toMatch(/^ (word ){30,31}word\u00a0…$/);
  const facts = passage(blocks).facts.map((part) => (typeof part === "string" ? part : part.text));
  expect(facts.join("")).toBe(
    "− refutes · quoted, indirect: Ministry (“the ministry”) · the article: distances · possible · confidence low · to discuss · characters 311–321 · Analyst 1",
  );
  expect(blocks.slice(1)).toEqual([
    { kind: "note", label: "Note on the judgement", text: "Which day?" },
    { kind: "note", label: "Note on the passage", text: "Seen twice." },
  ]);
});

it("shows what was stored around a passage where the text is not the same any more", () => {
  const other = { ...ferry.source, text: "Nothing of it.", blocks: [] };
  const blocks = passageBlocks(materialOf(reportRequest(project)), other, { mark: found, tag: quoted });
  expect(passage(blocks).pieces).toEqual([
    { before: `…\u00a0${"word ".repeat(6)}`, quote: "the 🛶 sank", after: " word word word word word word\u00a0…" },
  ]);
});

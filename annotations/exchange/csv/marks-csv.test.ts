import { describe, expect, it } from "vitest";
import { ClaimId, SourceId } from "../../model/id.ts";
import type { Value } from "../../model/value.ts";
import { article } from "../../testing/article.ts";
import { csvRows } from "../../testing/csv-rows.ts";
import { frozen } from "../../testing/frozen.ts";
import { knownId } from "../../testing/known-id.ts";
import { annotationsOf, claim, mark, projectOf, speaker, tag } from "../../testing/project.ts";
import { writtenText } from "../written.ts";
import { marksCsv } from "./marks-csv.ts";

const ferry = article("The [ferry] sank, [all] saw it.", {
  order: 1,
  title: "The Ferry",
  outlet: "Rivernet",
  author: "Amina Sowe",
  date: "2020-03",
  note: "A wire report.",
  agency: "AFP",
});
const bridge = article("=The 🛶 [bridge] stood.", { id: knownId(SourceId, 2), order: 0, title: "The Bridge" });
const market = article("The [market] closed.", { id: knownId(SourceId, 3), order: 2, removed: true });

const many: Value = {
  kind: "number",
  words: "more than 200",
  least: 200,
  leastExcluded: true,
  most: null,
  unit: "people",
};
const there: Value = { kind: "place", words: "in Moura", name: "Moura" };

const project = frozen(
  projectOf(
    [ferry.source, bridge.source, market.source],
    [
      annotationsOf(2, {
        claims: [claim(2, { label: "C1", text: 'It "stood"' })],
        marks: [mark(9, bridge), mark(8, market)],
      }),
      annotationsOf(1, {
        claims: [claim(1, { text: "It sank" })],
        cellNotes: [
          {
            claimId: knownId(ClaimId, 1),
            sourceId: ferry.source.id,
            text: "The caption says more.",
            at: "2022-01-01T00:00:00Z",
          },
        ],
        marks: [
          mark(
            1,
            ferry,
            tag(1, 1, "supports", { attitude: "endorses", value: many }),
            tag(2, 2, "refutes", { voice: "quoted-direct", speaker: "Omar", attitude: "distances", note: "-1" }),
          ),
          {
            ...mark(2, bridge, tag(3, 2, "mentions", { certainty: "possible", confidence: "low", value: there })),
            toDiscuss: true,
            note: "=Which?",
          },
        ],
      }),
    ],
    { speakers: [speaker(1, "Omar Jatta", "Omar")] },
  ),
);

describe("marksCsv", () => {
  it("has one row per piece and tag, set by set in the order of the panes, and one for a piece without tags", () => {
    const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
    const zeros = "0".repeat(64);
    expect(writtenText(marksCsv, { project, sets: project.sets.toReversed() })).toBe(
      [
        '"analyst","source_title","outlet","author","date","source_note","agency","claim_id","claim","stance","voice","speaker","speaker_name","attitude","certainty","confidence","value","value_kind","value_means","value_least","value_most","value_unit","note","mark_note","to_discuss","cell_note","piece","pieces","start","end","quote","prefix","suffix","created_at","source_id","mark_id","tag_id","claim_uuid","url","language","value_least_excluded","value_most_excluded","value_approximate","source_file","source_sha256","analyst_id"',
        `"Analyst 1","The Bridge","","","","","","C1-2","It ""stood""","mentions","own","","","","possible","low","in Moura","place","Moura","","","","","'=Which?","yes","","1","1","7","13","bridge","'=The 🛶 "," stood.","2022-01-01T00:00:00Z","${id(2)}","${id(2)}","${id(3)}","${id(2)}","","","","","","article.txt","${zeros}","${id(1)}"`,
        `"Analyst 1","The Ferry","Rivernet","Amina Sowe","2020-03","A wire report.","AFP","C1","It sank","supports","own","","","endorses","certain","high","more than 200","number","more than 200 people","200","","people","","","","The caption says more.","1","2","4","9","ferry","The "," sank, all saw it.","2022-01-01T00:00:00Z","${id(1)}","${id(1)}","${id(1)}","${id(1)}","","","yes","","","article.txt","${zeros}","${id(1)}"`,
        `"Analyst 1","The Ferry","Rivernet","Amina Sowe","2020-03","A wire report.","AFP","C1-2","It ""stood""","refutes","quoted-direct","Omar","Omar Jatta","distances","certain","high","","","","","","","'-1","","","","1","2","4","9","ferry","The "," sank, all saw it.","2022-01-01T00:00:00Z","${id(1)}","${id(1)}","${id(2)}","${id(2)}","","","","","","article.txt","${zeros}","${id(1)}"`,
        `"Analyst 1","The Ferry","Rivernet","Amina Sowe","2020-03","A wire report.","AFP","C1","It sank","supports","own","","","endorses","certain","high","more than 200","number","more than 200 people","200","","people","","","","The caption says more.","2","2","16","19","all","The ferry sank, "," saw it.","2022-01-01T00:00:00Z","${id(1)}","${id(1)}","${id(1)}","${id(1)}","","","yes","","","article.txt","${zeros}","${id(1)}"`,
        `"Analyst 1","The Ferry","Rivernet","Amina Sowe","2020-03","A wire report.","AFP","C1-2","It ""stood""","refutes","quoted-direct","Omar","Omar Jatta","distances","certain","high","","","","","","","'-1","","","","2","2","16","19","all","The ferry sank, "," saw it.","2022-01-01T00:00:00Z","${id(1)}","${id(1)}","${id(2)}","${id(2)}","","","","","","article.txt","${zeros}","${id(1)}"`,
        `"Analyst 2","The Bridge","","","","","","","","","","","","","","","","","","","","","","","","","1","1","7","13","bridge","'=The 🛶 "," stood.","2022-01-01T00:00:00Z","${id(2)}","${id(9)}","","","","","","","","article.txt","${zeros}","${id(2)}"`,
        "",
      ].join("\r\n"),
    );
  });

  it("leaves out what was marked in an article that was taken out of the project, until it is back", () => {
    const { source } = market;
    const back = { ...project, sources: project.sources.with(2, { ...source, removed: false }) };
    const quotes = (from: typeof project) =>
      csvRows(writtenText(marksCsv, { project: from, sets: from.sets.slice(0, 1) })).map((row) => row[30]);
    expect([quotes(project), quotes(back)]).toEqual([
      ["quote", "bridge"],
      ["quote", "bridge", "market"],
    ]);
  });

  it("writes the sets that it is given, with the claims as people see them", () => {
    const rows = csvRows(writtenText(marksCsv, { project, sets: project.sets.slice(1) }));
    expect(new Set(rows.map((row) => `${row[0]} ${row[7]}`))).toEqual(
      new Set(["analyst claim_id", "Analyst 1 C1", "Analyst 1 C1-2"]),
    );
  });

  it("gives the same bytes whatever the order of the sources", () => {
    const turned = { ...project, sources: project.sources.toReversed() };
    expect(writtenText(marksCsv, { project: turned, sets: project.sets })).toBe(
      writtenText(marksCsv, { project, sets: project.sets }),
    );
  });
});

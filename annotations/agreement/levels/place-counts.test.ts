import { expect, it } from "vitest";
import { SourceId } from "../../model/id.ts";
import { article } from "../../testing/article.ts";
import { knownId } from "../../testing/known-id.ts";
import { annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import { compared } from "./compared.ts";
import { placeCounts } from "./place-counts.ts";
import { placeCsv } from "./table-csv.ts";

it("counts for a claim in a source what two have marked, the same, met, and shared", () => {
  const at = (text: string) => article(text, { id: knownId(SourceId, 1), title: "Ferry" });
  const [ferry, longer, river] = [at("The [ferry] sank."), at("The [ferry sank]."), at("[The] ferry sank.")];
  const sets = [
    annotationsOf(1, { claims: [claim(1)], marks: [mark(1, ferry, tag(1, 1, "supports"))] }),
    annotationsOf(2, { marks: [mark(2, longer, tag(2, 1, "supports")), mark(3, river, tag(3, 1, "refutes"))] }),
  ];
  const analysts = sets.map(({ analyst }) => analyst);
  const counts = placeCounts(compared(projectOf([ferry.source], sets), analysts));
  expect(counts).toMatchObject([
    { pair: [0, 1], spans: [1, 2], exact: 0, met: [1, 1], characters: [5, 13], shared: 5, claim: { label: "C1" } },
  ]);
  expect(placeCsv(counts, analysts).split("\r\n")[1]).toBe(
    `"Analyst 1","Analyst 2","Ferry","${ferry.source.id}","C1","${claim(1).id}","1","2","0","1","1","5","13","5"`,
  );
});

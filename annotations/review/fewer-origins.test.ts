import { describe, expect, it } from "vitest";
import { AnalystId, SourceId } from "../model/id.ts";
import { article } from "../testing/article.ts";
import { knownId } from "../testing/known-id.ts";
import { annotationsOf, claim, mark, projectOf, speaker, tag } from "../testing/project.ts";
import { fewerOrigins } from "./fewer-origins.ts";
import { matrixOf } from "./matrix.ts";

describe("fewerOrigins", () => {
  it("names the claims that lose origins once two names are one speaker, and no others", () => {
    const articles = [1, 2].map((n) => article("So [it] was.", { id: knownId(SourceId, n) }));
    const names = ["the ministry", "MoD"];
    const marks = articles.map((place, i) =>
      mark(
        i + 1,
        place,
        tag(2 * i + 1, 1, "supports", { voice: "quoted-direct", speaker: names[i] ?? "" }),
        tag(2 * i + 2, 2, "supports"),
      ),
    );
    const sets = [annotationsOf(1, { claims: [claim(1), claim(2)], marks })];
    const sources = articles.map(({ source }) => source);
    const apart = matrixOf(projectOf(sources, sets), knownId(AnalystId, 1));
    const merged = projectOf(sources, sets, { speakers: [speaker(1, "MoD", "the ministry")] });
    const together = matrixOf(merged, knownId(AnalystId, 1));
    expect(fewerOrigins(apart, together)).toEqual([{ label: "C1", before: 2, now: 1 }]);
    expect(fewerOrigins(together, apart)).toEqual([]);
  });
});

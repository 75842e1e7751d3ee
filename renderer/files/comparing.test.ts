import { describe, expect, it } from "vitest";
import { SourceId } from "../../annotations/model/id.ts";
import { article } from "../../annotations/testing/article.ts";
import { knownId } from "../../annotations/testing/known-id.ts";
import { annotationsOf, claim, mark, tag } from "../../annotations/testing/project.ts";
import { comparisonOf, shortQuote } from "./comparing.ts";

const ferry = article("The [ferry] sank. [Nobody] drowned.", { order: 1 });
const bridge = article("The [bridge] stood.", { id: knownId(SourceId, 2), order: 0 });

describe("comparisonOf", () => {
  it("lists what differs in the order of the panes and of reading", () => {
    const late = mark(1, { ...ferry, ranges: ferry.ranges.slice(1) });
    const early = mark(2, ferry);
    const elsewhere = mark(3, bridge);
    const tagged = { ...elsewhere, tags: [tag(1, 1, "mixed")] };
    const now = annotationsOf(1, { marks: [elsewhere], claims: [claim(1)] });
    const version = annotationsOf(1, { marks: [late, early, tagged], claims: [] });
    expect(comparisonOf(now, version, [ferry.source, bridge.source])).toEqual({
      marks: { added: [early, late], removed: [], changed: [[elsewhere, tagged]] },
      claims: { added: [], removed: [claim(1)], changed: [] },
    });
    expect(comparisonOf(version, { ...now, marks: [] }, [ferry.source, bridge.source]).marks.removed).toEqual([
      tagged,
      early,
      late,
    ]);
  });
});

describe("shortQuote", () => {
  it("joins the pieces of a mark and cuts a long one at the end of a word", () => {
    expect(shortQuote(mark(1, ferry))).toBe("ferry … Nobody");
    expect(shortQuote(mark(1, article("[All the boats 🛶🛶🛶 went down]")), 17)).toBe("All the boats …");
  });
});

import { describe, expect, it } from "vitest";
import { SourceId } from "../../../annotations/model/id.ts";
import type { Source } from "../../../annotations/model/source.ts";
import type { SharedPassages } from "../../../annotations/shared-passages/shared-passage.ts";
import { article } from "../../../annotations/testing/article.ts";
import { knownId } from "../../../annotations/testing/known-id.ts";
import { PassageSearch, type SearchState, textsKey } from "./passage-search.ts";
import type { PassageAnswer } from "./passage-worker.ts";

const ferry = article("The ferry sank.", { sha256: "1".repeat(64) }).source;
const bridge = article("The bridge stood.", { id: knownId(SourceId, 2), sha256: "2".repeat(64) }).source;
const NOTHING: SharedPassages = { passages: [], leftOut: { common: [], passages: 0, repeatedPlaces: 0 } };
const found: PassageAnswer = { kind: "found", found: NOTHING };

/** A search whose finders do nothing but what the test has them do. */
function searching() {
  const finders: { asked: (readonly Source[])[]; ended: boolean; answer(one: PassageAnswer): void; fail(): void }[] =
    [];
  const states: SearchState[] = [];
  const search = new PassageSearch(
    (answer, fail) => {
      const finder = { asked: [] as (readonly Source[])[], ended: false, answer, fail };
      finders.push(finder);
      return {
        ask: (sources) => finder.asked.push(sources),
        end: () => {
          finder.ended = true;
        },
      };
    },
    (state) => states.push(state),
  );
  return { search, finders, states, kind: () => states.at(-1)?.kind };
}

describe("PassageSearch", () => {
  it("tells how far it is, then what it found", () => {
    const { search, finders, states } = searching();
    const texts = textsKey([ferry, bridge]);
    search.find([ferry, bridge]);
    const progress = { step: "reading", done: 1, of: 2 } as const;
    finders[0]?.answer({ kind: "progress", progress });
    finders[0]?.answer(found);
    expect(states).toEqual([
      { kind: "searching", texts, progress: null },
      { kind: "searching", texts, progress },
      { kind: "found", texts, found: NOTHING },
    ]);
  });

  it("does not search the same texts again, whatever else is new about them", () => {
    const { search, finders } = searching();
    search.find([ferry, bridge]);
    search.find([bridge, { ...ferry, title: "The ferry", agency: "AFP" }]);
    finders[0]?.answer(found);
    search.find([{ ...ferry, order: 7, note: "Read." }, bridge]);
    expect(finders.map(({ asked }) => asked.length)).toEqual([1]);
  });

  it("searches again after boilerplate was set apart, with the finder that has read the rest", () => {
    const { search, finders, kind } = searching();
    search.find([ferry, bridge]);
    finders[0]?.answer(found);
    const blocks = ferry.blocks.map((block) => ({ ...block, boilerplate: true }));
    search.find([{ ...ferry, blocks }, bridge]);
    expect([finders.length, finders[0]?.asked.length, kind()]).toEqual([1, 2, "searching"]);
  });

  it("ends the finder at once when it is stopped, hears nothing more of it, and can begin again", () => {
    const { search, finders, kind } = searching();
    search.find([ferry]);
    search.stop();
    expect([finders[0]?.ended, kind()]).toEqual([true, "stopped"]);
    finders[0]?.answer(found);
    expect(kind()).toBe("stopped");
    search.find([ferry]);
    expect([finders.length, finders[1]?.asked, kind()]).toEqual([2, [[ferry]], "searching"]);
  });

  it("gives a search of former texts up for one of other texts", () => {
    const { search, finders, kind } = searching();
    search.find([ferry]);
    search.find([ferry, bridge]);
    expect(finders.map(({ ended }) => ended)).toEqual([true, false]);
    finders[0]?.answer(found);
    expect(kind()).toBe("searching");
  });

  it("says that a finder failed, and lets it be tried again", () => {
    const { search, finders, kind } = searching();
    search.find([ferry]);
    finders[0]?.fail();
    expect([finders[0]?.ended, kind()]).toEqual([true, "failed"]);
    search.find([ferry]);
    expect([finders.length, kind()]).toEqual([2, "searching"]);
  });

  it("leaves what was found when there is nothing to stop", () => {
    const { search, finders, kind } = searching();
    search.find([ferry]);
    finders[0]?.answer(found);
    search.stop();
    expect([finders[0]?.ended, kind()]).toEqual([false, "found"]);
  });
});

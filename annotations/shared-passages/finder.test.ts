import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SourceId } from "../model/id.ts";
import type { Source } from "../model/source.ts";
import { article } from "../testing/article.ts";
import { knownId } from "../testing/known-id.ts";
import { codePointsOf } from "../text/code-points.ts";
import { type Progress, SharedPassageFinder, sharedPassages } from "./finder.ts";
import { MOST_SOURCES } from "./fingerprint-index.ts";
import type { Passage } from "./passage.ts";
import type { SharedPassage } from "./shared-passage.ts";
import { comparedWords } from "./wording.ts";

function numbered(n: number, text: string, fields: Partial<Source> = {}): Source {
  return article(text, { id: knownId(SourceId, n), ...fields }).source;
}

/** A word of letters for a number. */
function spelt(n: number): string {
  return String(n).replace(/\d/g, (digit) => "abcdefghij".charAt(Number(digit)));
}

/** What the first text shares with the second: both quotes, and how many of how many words are equal. */
function sharedBy(a: string, b: string, leastWords?: number): readonly unknown[] {
  const sources = [numbered(1, `Nothing else is alike. ${a}`), numbered(2, `${b} Here it ends otherwise.`)];
  return sharedPassages(sources, leastWords).passages.map((passage) => [
    quoteOf(sources, passage.a),
    quoteOf(sources, passage.b),
    `${passage.equalWords}/${passage.words}`,
  ]);
}

function quoteOf(sources: readonly Source[], { source, start, end }: Passage): string {
  const found = sources.find(({ id }) => id === source);
  return found ? codePointsOf(found).slice(start, end) : "";
}

const TOLD = "the mayor said that the bridge had been closed since Monday";

describe("sharedPassages", () => {
  it("finds equal wording, whatever its case, accents, quotation marks, apostrophes and line ends", () => {
    const other = "The MAYOR said:\nthat “the brídge” had (been) closed, since Monday";
    expect(sharedBy(TOLD, other)).toEqual([[TOLD, other, "11/11"]]);
    const [first, second] = [
      "The army's men don't sell 1,000 tons of rice",
      "the army’s men don’t sell 1\u00a0000 tons of rice",
    ];
    expect(sharedBy(first, second)).toEqual([[first, second, "9/9"]]);
  });

  it.each([
    ["changed", "the mayor said that the tunnel had been closed since Monday", "10/11"],
    ["left out", "the mayor said that the bridge had closed since Monday", "10/11"],
    ["added", "the mayor said that the old bridge had been closed since Monday", "11/12"],
    ["exchanged for several", "the mayor said that the way across had been closed since Monday", "10/12"],
  ])("follows the wording over words that were %s", (_, other, equality) => {
    expect(sharedBy(TOLD, other)).toEqual([[TOLD, other, equality]]);
  });

  it("ends where more was edited than goes on", () => {
    const [first, second] = [`${TOLD}, and nobody knew about it`, `${TOLD}, but everybody knew about it`];
    expect(sharedBy(first, second)).toEqual([[TOLD, TOLD, "11/11"]]);
  });

  it("finds two passages that stand equally far apart in both", () => {
    const end = "and nobody knows when it will be opened again";
    const between = (word: string) => `${TOLD} ${`${word} `.repeat(20)}${end}`;
    expect(sharedBy(between("x"), between("y"))).toEqual([
      [TOLD, TOLD, "11/11"],
      [end, end, "9/9"],
    ]);
  });

  it("is one passage that goes on after an edit, not the part before it too", () => {
    const first = `${TOLD}, and nobody there knew much more about it`;
    const second = `${TOLD}, but the police knew much more about it`;
    expect(sharedBy(first, second)).toEqual([[first, second, "16/19"]]);
  });

  it("is not deceived by words with equal hashes", () => {
    // Pairs of words that FNV-1a gives the same 32 bits.
    const [first, second] = ["costarring altarage declinate costarring", "liquid zinke macallums liquid"];
    expect(sharedBy(`the mayor said that the ${first}`, `the mayor said that the ${second}`)).toEqual([]);
  });

  it("leaves out what is shorter, which is a setting", () => {
    const short = "that the bridge had been closed since";
    expect(sharedBy(short, short)).toEqual([]);
    expect(sharedBy(short, short, 7)).toEqual([[short, short, "7/7"]]);
    expect(sharedBy(TOLD, TOLD, 12)).toEqual([]);
    for (const words of [4, 7.5, Number.NaN]) {
      expect(() => sharedBy(TOLD, TOLD, words)).toThrow(`a shared passage has at least 5 words, not ${words}`);
    }
  });

  it("leaves out names and titles, which everybody words alike", () => {
    const name = "the Committee on Roads and Bridges of the Eastern Provinces of Kolda";
    expect(
      sharedBy(
        `on that very same day she also joined ${name}`,
        `without any more words than that he left ${name} at once`,
      ),
    ).toEqual([]);
    expect(sharedBy(`she said ${name} closed it`, `he said ${name} closed it`)).toHaveLength(1);
    const german = "die Kontrolle von Bauwerken auf Straßen in Städten und Gemeinden";
    expect(
      sharedBy(
        `Der Bürgermeister sagte, dass er ${german} fordert.`,
        `Die Stadt meldet, sie wolle ${german} verbessern.`,
      ),
    ).toHaveLength(1);
    const notice = `${TOLD} and that it would open again in May`.toUpperCase();
    expect(sharedBy(notice, notice)).toHaveLength(1);
  });

  it("reads scripts without capitals or blanks", () => {
    const chinese = "政府星期一表示军队已经完全控制了北部的城镇";
    expect(sharedBy(`据报道。${chinese}。`, `昨天，${chinese}！`)).toEqual([[chinese, chinese, expect.any(String)]]);
    const arabic = "قال رئيس البلدية إن الجسر مغلق منذ يوم الاثنين الماضي";
    const pointed = "قَالَ رئيس البلديّة إنّ الجســر مغلق منذ يوم الاثنين الماضي";
    expect(sharedBy(`${arabic}.`, `${pointed}،`)).toEqual([[arabic, pointed, "10/10"]]);
  });

  it("counts in code points and cuts no grapheme cluster", () => {
    const [a, b] = [numbered(1, `🌉🌉 [${TOLD} 5\u20e3]`), numbered(2, `[${TOLD} 5\u20e3] 🌉`)];
    const [passage] = sharedPassages([a, b]).passages;
    expect(passage?.a).toEqual({ source: a.id, start: 3, end: 3 + TOLD.length + 3 });
    expect(passage?.b).toEqual({ source: b.id, start: 0, end: TOLD.length + 3 });
  });

  it("takes no notice of boilerplate, also in the middle of a passage", () => {
    const [head, tail] = [TOLD.slice(0, 30), TOLD.slice(31)];
    const plain = numbered(1, TOLD);
    const interrupted = numbered(2, `${head}\nAdvertisement\n${tail}`);
    const hiding = (...hidden: number[]) => ({
      ...interrupted,
      blocks: interrupted.blocks.map((block, i) => ({ ...block, boilerplate: hidden.includes(i) })),
    });
    const found = (second: Source) =>
      sharedPassages([plain, second]).passages.map(({ equalWords, words }) => `${equalWords}/${words}`);
    expect(found(interrupted)).toEqual(["11/12"]);
    expect(found(hiding(1))).toEqual(["11/11"]);
    expect(found(hiding(0, 1, 2))).toEqual([]);
  });

  it("finds one passage in an article that is there twice, however often it repeats itself", () => {
    const refrain = `${TOLD}. Nobody else spoke. ${TOLD}. Then the crowd went home and ${TOLD}.`;
    for (const text of [refrain, "word ".repeat(5_000), `${TOLD} `.repeat(300)]) {
      const { passages } = sharedPassages([numbered(1, text), numbered(2, text)]);
      expect(passages).toHaveLength(1);
      expect(passages[0]).toMatchObject({ a: { start: 0 }, b: { start: 0 }, words: passages[0]?.equalWords });
    }
  });

  it("follows a long passage once, not from each of its fingerprints", () => {
    const text = Array.from({ length: 100_000 }, (_, i) => spelt(i)).join(" ");
    expect(sharedPassages([numbered(1, text), numbered(2, text)]).passages).toMatchObject([{ words: 100_000 }]);
  });

  it("finds a passage at each of its places", () => {
    const sources = [numbered(1, `${TOLD}. One two three. ${TOLD}.`), numbered(2, `Four five. ${TOLD}.`)];
    expect(sharedPassages(sources).passages.map(({ a, b }) => [a.start, b.start])).toEqual([
      [0, 11],
      [TOLD.length + 17, 11],
    ]);
  });

  it("pairs as many sources as it says; of what more of them have it tells what it is", () => {
    const sources = Array.from({ length: MOST_SOURCES + 1 }, (_, n) =>
      numbered(n + 1, `By x${spelt(n)}: ${TOLD}. Then y${spelt(n)} left.`),
    );
    const few = sharedPassages(sources.slice(1));
    expect(few.passages).toHaveLength((MOST_SOURCES * (MOST_SOURCES - 1)) / 2);
    expect(few.leftOut).toEqual({ common: [], passages: 0, repeatedPlaces: 0 });
    const { passages, leftOut } = sharedPassages(sources);
    expect(passages).toEqual([]);
    const start = sources[0]?.text.indexOf(TOLD) ?? 0;
    expect(leftOut.common).toMatchObject([{ source: knownId(SourceId, 1), start, sources: MOST_SOURCES + 1 }]);
    expect(quoteOf(sources, leftOut.common[0] ?? { source: knownId(SourceId, 1), start, end: start })).toContain(TOLD);
  });

  it("does not take for common what is longer than that which so many sources have", () => {
    const commonplace = "at the end of the day it is what it is";
    const sources = Array.from({ length: MOST_SOURCES + 1 }, (_, n) =>
      numbered(n + 1, n < 2 ? `${TOLD} ${commonplace} ${TOLD}` : `x${spelt(n)} ${commonplace} y${spelt(n)}`),
    );
    const { passages, leftOut } = sharedPassages(sources);
    expect(leftOut.common.map((one) => quoteOf(sources, one))).toEqual([commonplace]);
    expect(passages.map(({ a }) => quoteOf(sources, a))).toEqual([`${TOLD} ${commonplace} ${TOLD}`]);
  });

  it("says how many places it left out because a source repeats itself", () => {
    const text = "word ".repeat(100);
    expect(sharedPassages([numbered(1, text), numbered(2, text)]).leftOut.repeatedPlaces).toBeGreaterThan(10);
  });
});

describe("SharedPassageFinder", () => {
  it("tells how far it is, and can be left at any time", () => {
    const sources = [numbered(2, TOLD), numbered(1, TOLD), numbered(3, "Something else.")];
    const steps: Progress[] = [];
    const finder = new SharedPassageFinder();
    const search = finder.find(sources);
    let step = search.next();
    for (; !step.done; step = search.next()) {
      steps.push(step.value);
      // Another search begins and is not finished.
      finder.find([numbered(1, "Other words altogether.")]).next();
    }
    expect(step.value).toEqual(sharedPassages(sources));
    expect(step.value.passages).toHaveLength(1);
    expect(steps).toEqual(
      ["reading", "comparing"].flatMap((name) => [1, 2, 3].map((done) => ({ step: name, done, of: 3 }))),
    );
  });

  it("finds the same in the sources as they are now as a new one", () => {
    const finder = new SharedPassageFinder();
    const found = (...sources: readonly Source[]) => {
      const search = finder.find(sources);
      let step = search.next();
      while (!step.done) step = search.next();
      expect(step.value).toEqual(sharedPassages(sources));
      return step.value.passages.length;
    };
    const [one, two, three] = [numbered(1, TOLD), numbered(2, `Yes: ${TOLD}`), numbered(3, `${TOLD}.`)];
    expect([found(one), found(one, two), found(one, two, three), found(two, three)]).toEqual([0, 1, 3, 1]);
    const hidden = { ...two, blocks: two.blocks.map((block) => ({ ...block, boilerplate: true })) };
    expect([found(one, hidden, three), found(one, { ...two, text: "x".repeat(two.text.length) }, three)]).toEqual([
      1, 1,
    ]);
  });
});

/** Words that no two texts have in common by chance. */
const words = (name: string, min: number, max: number) =>
  fc.array(fc.nat(1_000_000), { minLength: min, maxLength: max }).map((list) => list.map((n) => name + spelt(n)));

/** An edit at a word: another word in its place, none, or one more before it. */
const EDITS = { change: () => ["other"], drop: () => [], add: (word: string) => ["another", word] };

/** A passage, and the same with at most one edit in eight words, the first and last three words as they were. */
const editedPassage = fc
  .record({
    passage: fc.uniqueArray(fc.nat(1_000_000), { minLength: 16, maxLength: 60 }),
    first: fc.integer({ min: 3, max: 10 }),
    edits: fc.array(fc.constantFrom(...(["change", "drop", "add"] as const)), { minLength: 8, maxLength: 8 }),
  })
  .map(({ passage, first, edits }) => {
    const original = passage.map((n) => `w${spelt(n)}`);
    const edited = original.flatMap((word, i) => {
      const edit = edits[(i - first) / 8];
      return edit === undefined || i < 3 || i >= original.length - 3 ? [word] : EDITS[edit](word);
    });
    return { original: original.join(" "), edited: edited.join(" ") };
  });

/** Texts of few different words, which share a lot. */
const monotonous = fc
  .array(fc.constantFrom("to ", "fro ", "and ", "Back ", "again. ", "“x” ", "\n", "é ", "大学 "), { maxLength: 120 })
  .map((pieces) => pieces.join(""));

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (const [j, other] of b.entries()) {
      next.push(word === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe("whatever the texts", () => {
  it("finds nothing in texts that have nothing in common", () => {
    fc.assert(
      fc.property(words("a", 0, 300), words("b", 0, 300), (a, b) => {
        expect(sharedPassages([numbered(1, a.join(" ")), numbered(2, b.join(" "))]).passages).toEqual([]);
      }),
    );
  });

  it("finds nothing in texts that use the same words in another order", () => {
    const drawn = fc.array(fc.nat(150), { minLength: 400, maxLength: 400 });
    fc.assert(
      fc.property(drawn, drawn, (a, b) => {
        const text = (list: readonly number[]) => list.map((n) => `word${spelt(n)}`).join(" ");
        const found = sharedPassages([numbered(1, text(a)), numbered(2, text(b))]).passages;
        expect(found.every(({ equalWords }) => longestCommon(a.map(String), b.map(String)) >= equalWords)).toBe(true);
      }),
    );
  });

  it("finds what was planted, with one edit in eight words, from end to end and in either direction", () => {
    fc.assert(
      fc.property(
        editedPassage,
        words("a", 0, 60),
        words("b", 0, 60),
        fc.nat(60),
        fc.nat(60),
        (planted, a, b, i, j) => {
          const text = (list: readonly string[], at: number, passage: string) =>
            `${list.slice(0, at).join(" ")} [${passage}] ${list.slice(at).join(" ")}`;
          const [x, y] = [text(a, i, planted.original), text(b, j, planted.edited)].map((marked) => article(marked));
          const found = (n: number, m: number): SharedPassage | undefined => {
            const sources = [numbered(n, x?.source.text ?? ""), numbered(m, y?.source.text ?? "")];
            const { passages } = sharedPassages(sources);
            expect(passages).toHaveLength(1);
            return passages[0];
          };
          const [passage, turned] = [found(1, 2), found(2, 1)];
          expect(passage?.a).toMatchObject({ start: x?.ranges[0]?.start, end: x?.ranges[0]?.end });
          expect(passage?.b).toMatchObject({ start: y?.ranges[0]?.start, end: y?.ranges[0]?.end });
          expect(turned?.a).toMatchObject({ start: passage?.b.start, end: passage?.b.end });
          expect(turned?.b).toMatchObject({ start: passage?.a.start, end: passage?.a.end });
          expect(turned?.equalWords).toBe(passage?.equalWords);
        },
      ),
    );
  });

  it("reports words that are equal as often as it says, at least two of three, and at least as many as asked for", () => {
    fc.assert(
      fc.property(monotonous, monotonous, fc.integer({ min: 5, max: 12 }), (a, b, least) => {
        const sources = [numbered(1, a), numbered(2, b)];
        for (const passage of sharedPassages(sources, least).passages) {
          const [x, y] = [passage.a, passage.b].map((place) =>
            comparedWords(quoteOf(sources, place)).map(({ word }) => word),
          );
          expect(Math.max(x?.length ?? 0, y?.length ?? 0)).toBe(passage.words);
          expect(longestCommon(x ?? [], y ?? [])).toBeGreaterThanOrEqual(passage.equalWords);
          expect(passage.equalWords).toBeGreaterThanOrEqual(Math.max(least, (passage.words * 2) / 3));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("finds the same in any order of the sources, sorted", () => {
    const texts = fc.array(monotonous, { minLength: 2, maxLength: 5 });
    const shuffled = texts.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list.keys()], { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, order]) => {
        const sources = list.map((text, i) => numbered(i + 1, text));
        const found = sharedPassages(sources);
        expect(sharedPassages(order.flatMap((i) => sources.slice(i, i + 1)))).toEqual(found);
        const keys = found.passages.map(({ a, b }) =>
          [a.source, b.source, ...[a.start, b.start].map((n) => String(n).padStart(9, "0"))].join(),
        );
        expect(keys).toEqual([...keys].sort());
        expect(found.passages.every(({ a, b }) => a.source < b.source)).toBe(true);
      }),
    );
  });
});

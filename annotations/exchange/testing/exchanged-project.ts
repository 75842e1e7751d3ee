import fc from "fast-check";
import { guessArticle } from "../../intake/guess.ts";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import { CLAIM_COLOURS, type Claim } from "../../model/claim.ts";
import { AnalystId, ClaimId, MarkId, SourceId, TagId } from "../../model/id.ts";
import { compareMarks, type Mark } from "../../model/mark.ts";
import type { Project } from "../../model/project.ts";
import type { Source } from "../../model/source.ts";
import { STANCES } from "../../model/stance.ts";
import { ATTITUDES, CERTAINTIES, CONFIDENCES, type Tag, VOICES } from "../../model/tag.ts";
import { article } from "../../testing/article.ts";
import { knownId } from "../../testing/known-id.ts";
import { AT, annotationsOf, claim, projectOf, speaker, tag } from "../../testing/project.ts";
import { VALUES } from "../../testing/values.ts";
import { codePointsOf } from "../../text/code-points.ts";
import { united } from "../../text/pieces.ts";
import { rangesOfSelection } from "../../text/selection.ts";

/** Words of several scripts: astral, joined and combining characters, right-to-left letters, quotes and markup. */
const WORDS = [
  ...[
    "ferry",
    "sank",
    "“said”",
    "C'est",
    "naïve",
    "e\u0301te\u0301",
    "🛶",
    "👩‍👩‍👧‍👦",
    "🇲🇱",
    "𝒜lpha",
    "渡し船",
    "沈んだ。",
  ],
  ...["العبّارة", "غرقت", "<b>", "&amp;", '"x"', "a\\b", "\t", "§", "x,y;z|", "#1", "O", "B-x", "the", "the"],
] as const;

const line = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));

const text = fc
  .array(fc.tuple(line, fc.constantFrom("\n", "\n\n")), { minLength: 1, maxLength: 5 })
  .map((lines) => lines.map(([words, end]) => words + end).join(""));

/** An article by its number, with blocks as an import makes them. */
function source(n: number, content: string): Source {
  const { blocks } = guessArticle(content);
  const name = { originalName: `article-${n}.txt`, title: `Title ${n}`, outlet: `Outlet ${n}` };
  const more = { author: "A. Ba", date: "2022-11-23", language: "en", url: `https://outlet-${n}.example/a?b=${n}` };
  return article(content.replace(/[[\]]/g, ""), { id: knownId(SourceId, n), order: n, blocks, ...name, ...more })
    .source;
}

/** A text that a person may have typed into a note. */
const typed = fc.oneof(
  fc.constant(""),
  fc.constantFrom(
    "a note",
    "zwei\nZeilen",
    "“quoted”, with; all|sorts\tof <b>marks</b> & 'more'",
    "=1+1",
    "ملاحظة 🛶 e\u0301",
  ),
);

const claimArb = (n: number): fc.Arbitrary<Claim> =>
  fc
    .record({
      note: typed,
      aliases: fc.subarray(["the ferry", "l’été"]),
      colour: fc.option(fc.constantFrom(...CLAIM_COLOURS), { nil: undefined }),
      parent: fc.constantFrom(undefined, n > 1 ? knownId(ClaimId, 1) : undefined),
      include: fc.option(typed, { nil: undefined }),
      verdict: fc.constantFrom(undefined, { rating: "“Half” true 🛶", value: 3, explanation: "=1+1", at: AT }),
    })
    .map(({ note, aliases, colour, parent, include, verdict }) =>
      claim(n, {
        text: `Claim number ${n} of “${n % 2 === 0 ? "العبّارة" : "the 🛶"}”.`,
        ...{ note, aliases },
        ...(colour && { colour }),
        ...(parent && { parent }),
        ...(include && { include }),
        ...(verdict && { verdict }),
      }),
    );

const tagArb = (claims: number): fc.Arbitrary<Omit<Tag, "id">> =>
  fc
    .record({
      claimNumber: fc.integer({ min: 1, max: claims }),
      stance: fc.constantFrom(...STANCES),
      voice: fc.constantFrom(...VOICES),
      speaker: fc.constantFrom("", "the mayor", "Mme. “Ba” <x>"),
      attitude: fc.constantFrom(...ATTITUDES),
      certainty: fc.constantFrom(...CERTAINTIES),
      confidence: fc.constantFrom(...CONFIDENCES),
      note: typed,
      value: fc.option(fc.constantFrom(...VALUES), { nil: undefined }),
    })
    .map(({ claimNumber, stance, value, ...rest }) => {
      const { id: _id, ...made } = tag(1, claimNumber, stance, { ...rest, ...(value && { value }) });
      return made;
    });

/** A mark before it has an article, by shares of the text's length. */
const markArb = (claims: number) =>
  fc.record({
    on: fc.nat(2),
    pieces: fc.array(fc.tuple(fc.nat(999), fc.nat(200)), { minLength: 1, maxLength: 3 }),
    tags: fc.array(tagArb(claims), { maxLength: 3 }),
    note: typed,
    toDiscuss: fc.boolean(),
  });

/** A project of up to three articles and one analyst's set, with marks that overlap, nest and have several pieces. */
export const exchangedProject: fc.Arbitrary<Project> = fc
  .record({ texts: fc.array(text, { minLength: 1, maxLength: 3 }), claimCount: fc.integer({ min: 1, max: 4 }) })
  .chain(({ texts, claimCount }) =>
    fc.record({
      texts: fc.constant(texts),
      claims: fc.tuple(...Array.from({ length: claimCount }, (_, i) => claimArb(i + 1))),
      marks: fc.array(markArb(claimCount), { maxLength: 12 }),
      silent: fc.boolean(),
      said: fc.record({ note: typed, agency: fc.constantFrom("", "AFP"), boilerplate: fc.boolean() }),
      aliases: fc.option(fc.subarray(["Mme. “Ba” <x>", "العمدة"])),
      deleted: fc.nat(2),
    }),
  )
  .map(({ texts, claims, marks, silent, said, aliases, deleted }) => {
    const sources = texts.map((content, i) => (i === 0 ? withSaid(source(1, content), said) : source(i + 1, content)));
    const made = marks.flatMap((wish, i) => markOn(sources[wish.on % sources.length], wish, i + 1));
    const live = made.slice(deleted).sort(compareMarks);
    const bin = made.slice(0, deleted).map((mark) => ({ ...mark, binnedAt: AT }));
    const cells: AnnotationSet["cells"] = silent
      ? [{ claimId: knownId(ClaimId, 1), sourceId: knownId(SourceId, 1), state: "not-mentioned", at: AT }]
      : [];
    const [one, other] = sources;
    const originVerdicts =
      silent && one && other ? [{ a: one.id, b: other.id, verdict: "one-origin" as const, at: AT }] : [];
    const set = annotationsOf(1, {
      ...{ claims, marks: live, cells },
      ...(bin.length > 0 ? { bin: bin.sort(compareMarks) } : {}),
      ...(originVerdicts.length > 0 ? { originVerdicts } : {}),
    });
    return projectOf(sources, [set], aliases ? { speakers: [speaker(1, "the mayor", ...aliases)] } : {});
  });

interface SaidOfSource {
  readonly note: string;
  readonly agency: string;
  readonly boilerplate: boolean;
}

function withSaid(one: Source, { note, agency, boilerplate }: SaidOfSource): Source {
  return {
    ...one,
    blocks: one.blocks.map((block) => ({ ...block, boilerplate })),
    ...(note === "" ? {} : { note }),
    ...(agency === "" ? {} : { agency }),
  };
}

interface MarkWish {
  readonly pieces: readonly (readonly [number, number])[];
  readonly tags: readonly Omit<Tag, "id">[];
  readonly note: string;
  readonly toDiscuss: boolean;
}

function markOn(on: Source | undefined, { pieces, tags, note, toDiscuss }: MarkWish, n: number): readonly Mark[] {
  if (!on) return [];
  const { length } = codePointsOf(on);
  const wished = pieces.flatMap(([at, size]) => {
    const start = Math.floor((at * length) / 1_000);
    return rangesOfSelection(on, start, Math.min(length, start + 1 + size));
  });
  const ranges = united(on, wished);
  if (ranges.length === 0) return [];
  const mark: Mark = {
    ...{ id: knownId(MarkId, n), sourceId: on.id, ranges, createdAt: AT },
    tags: tags.map((one, i) => ({ ...one, id: knownId(TagId, 10 * n + i) }) as Tag),
    ...(note === "" ? {} : { note }),
    ...(toDiscuss ? { toDiscuss } : {}),
  };
  return [mark];
}

/** The same project as somebody has it who has only the articles, of which nothing is said. */
export function withoutMarks({ file: { speakers: _, ...file }, sources, sets }: Project): Project {
  const { analyst } = sets[0] ?? annotationsOf(1);
  return {
    file,
    sources: sources.map(({ note: _note, agency: _agency, ...one }) =>
      withSaid(one, { note: "", agency: "", boilerplate: false }),
    ),
    sets: [annotationsOf(1, { analyst: { ...analyst, id: knownId(AnalystId, 1) } })],
  };
}

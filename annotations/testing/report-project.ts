import { AnalystId, SourceId } from "../model/id.ts";
import type { Project } from "../model/project.ts";
import type { Source } from "../model/source.ts";
import type { ReportRequest } from "../report/material.ts";
import { rangeAt } from "../text/selector.ts";
import { type Article, article } from "./article.ts";
import { frozen } from "./frozen.ts";
import { knownId } from "./known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, speaker, tag } from "./project.ts";

/** A request for a report of a project, as analyst 1 at a known time. */
export function reportRequest(project: Project, fields: Partial<ReportRequest> = {}): ReportRequest {
  return {
    project,
    analyst: project.sets[0]?.analyst ?? { id: knownId(AnalystId, 1), name: "Analyst 1" },
    madeAt: "2022-02-03T04:05:06.000Z",
    version: "1.2.3",
    // Tells how much of it was hashed.
    sha256: (text) => text.length.toString(16).padStart(64, "0"),
    ...fields,
  };
}

/** An article of one paragraph that holds the words three times, the second time in the range. */
function saying(words: string, fields: Partial<Source>): Article {
  const text = `Before. ${words} ${words}${words} after.`;
  const block = { kind: "paragraph" as const, start: 0, end: Array.from(text).length, boilerplate: false };
  const source = { ...article("").source, ...fields, blocks: [block], text };
  const length = Array.from(words).length;
  return { source, ranges: [rangeAt(source, 9 + length, 9 + 2 * length)] };
}

/**
 * A project that fills every part of a report, in which `words` stand wherever somebody writes freely. They must hold
 * something that is not a blank.
 */
export function projectSaying(words: string): Project {
  const label = [...words.replace(/\s/gu, "")].slice(0, 12).join("");
  const metadata = {
    title: words,
    outlet: words,
    author: words,
    url: words,
    originalName: words,
    note: words,
    agency: words,
  };
  const ferry = saying(words, { ...metadata, date: "2020-03", guessed: ["title"] });
  const bridge = article(`It was [so].`, { id: knownId(SourceId, 2), order: 1, agency: words });
  const hidden = article(`It was [so].`, { id: knownId(SourceId, 3), order: 2, removed: true, title: words });
  const quoted = { voice: "quoted-direct" as const, speaker: words, attitude: "distances" as const, note: words };
  const number = { kind: "number" as const, words, least: 5, most: null, unit: words };
  const place = { kind: "place" as const, words, name: words };
  const claims = [
    claim(1, {
      label,
      text: words,
      note: words,
      include: words,
      exclude: words,
      aliases: [words],
      createdAt: "2021-01-01T00:00:00Z",
    }),
    claim(2, { text: words, parent: claim(1).id }),
    claim(3, { text: words }),
  ];
  const marks = [
    {
      ...mark(1, ferry, tag(1, 1, "supports", { ...quoted, value: number }), tag(2, 2, "mixed", { note: words })),
      note: words,
    },
    mark(2, bridge, tag(3, 1, "refutes", { value: place }), tag(4, 2, "mentions", { voice: "unnamed" })),
    mark(3, hidden, tag(5, 1, "supports")),
    mark(4, ferry),
  ];
  const noted = (claimNumber: number, source: typeof ferry) => ({
    ...{ claimId: claim(claimNumber).id, sourceId: source.source.id, text: words, at: AT },
  });
  const first = annotationsOf(1, {
    analyst: { id: knownId(AnalystId, 1), name: words },
    ...{ claims, marks, cellNotes: [noted(1, ferry), noted(3, bridge)] },
    cells: [{ claimId: claim(3).id, sourceId: bridge.source.id, state: "not-mentioned", at: AT }],
  });
  const second = annotationsOf(2, { analyst: { id: knownId(AnalystId, 2), name: words } });
  return frozen(
    projectOf(
      [ferry, bridge, hidden].map(({ source }) => source),
      [first, second],
      {
        ...{ title: words, speakers: [speaker(1, words, `${words} alias`)] },
      },
    ),
  );
}

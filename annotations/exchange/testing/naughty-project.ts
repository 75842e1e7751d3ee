import { guessArticle } from "../../intake/guess.ts";
import { ClaimId, MarkId } from "../../model/id.ts";
import type { Mark } from "../../model/mark.ts";
import type { Project } from "../../model/project.ts";
import { article } from "../../testing/article.ts";
import { knownId } from "../../testing/known-id.ts";
import { AT, annotationsOf, claim, projectOf, speaker, tag } from "../../testing/project.ts";
import { canonicalText } from "../../text/canonical.ts";
import { rangesOfSelection } from "../../text/selection.ts";
import blns from "./naughty-strings/blns.json" with { type: "json" };

/** XML 1.0 has no way to write these; the loss report of such a format counts them. */
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const XML_FORMATS: ReadonlySet<string> = new Set(["refi-codebook", "refi-project", "label-studio", "uima-xmi"]);

/** The strings that can stand in a text and in a file at all. */
export function stringsFor({ id }: { readonly id: string }): readonly string[] {
  const writable = blns.filter((text) => text.trim() !== "" && !/\p{Cs}/u.test(text) && !text.includes("\0"));
  return XML_FORMATS.has(id) ? writable.filter((text) => !NOT_IN_XML.test(text)) : writable;
}

/**
 * Each string once in an article, marked there, with a claim, notes and a speaker that say the same; some of the marks were
 * made twice and deleted once.
 */
export function naughtyProject(strings: readonly string[]): Project {
  const text = canonicalText(strings.map((string) => `“${string}”`).join("\n\n"));
  const { blocks } = guessArticle(text);
  const source = { ...article("").source, title: strings[40] ?? "", blocks, text };
  const claims = strings.map((string, i) => claim(i + 1, { text: `${i} ${string}`.trim(), note: string }));
  const marks = blocks.flatMap((block, i): Mark[] => {
    const ranges = rangesOfSelection(source, block.start, block.end);
    const string = strings[i % strings.length] ?? "";
    const claimNumber = (i % claims.length) + 1;
    const one = tag(i + 1, claimNumber, "refutes", {
      note: string,
      speaker: string.slice(0, 400),
      voice: "quoted-direct",
    });
    return ranges.length === 0
      ? []
      : [{ id: knownId(MarkId, i + 1), sourceId: source.id, ranges, tags: [one], createdAt: AT, note: string }];
  });
  const cells = [{ claimId: knownId(ClaimId, 1), sourceId: source.id, state: "not-applicable" as const, at: AT }];
  const noted = { ...source, note: strings.join("\n"), agency: strings[41] ?? "" };
  const bin = marks.slice(0, 3).map((mark, i) => ({ ...mark, id: knownId(MarkId, 90_000 + i), binnedAt: AT }));
  const cellNotes = strings.map((text, i) => ({ claimId: knownId(ClaimId, i + 1), sourceId: source.id, text, at: AT }));
  const speakers = strings.map((string, i) =>
    speaker(i + 1, string.trim().slice(0, 400), `${i} ${string}`.trim().slice(0, 400)),
  );
  return projectOf([noted], [annotationsOf(1, { claims, marks, cells, bin, cellNotes })], { speakers });
}

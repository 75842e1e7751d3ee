import { claimList } from "../../annotations/model/claim-list.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import { openSources, type Project } from "../../annotations/model/project.ts";
import type { Source } from "../../annotations/model/source.ts";

/** A feature structure of UIMA: its type and its features as text, `covered` being the text of an annotation. */
export type Structure = Readonly<Record<string, string>>;

/** What the documents of a project are to hold for UIMA, article by article. The structure without a type is the text itself. */
export function structuresOf(project: Project): readonly (readonly Structure[])[] {
  return openSources(project).map((source) => [
    { type: "", text: source.text, language: languageOf(source) },
    metaDataOf(source),
    articleOf(source),
    ...claimsIn(project, source),
    ...piecesIn(project, source),
  ]);
}

/** UIMA has a word for a language that is not known. */
function languageOf({ language }: Source): string {
  return language || "x-unspecified";
}

function metaDataOf(source: Source): Structure {
  const { id, title, url, text } = source;
  return said({
    type: "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData",
    ...{ covered: text, begin: 0, end: text.length, language: languageOf(source) },
    ...{ documentTitle: title, documentId: id, documentUri: url, isLastSegment: false },
  });
}

function articleOf({ sha256, originalName, author, outlet, date }: Source): Structure {
  return said({ type: "webanno.custom.ParallaxArticle", sha256, originalName, author, outlet, date });
}

function claimsIn(project: Project, source: Source): readonly Structure[] {
  const named = new Set(marksIn(project, source).flatMap(({ mark }) => mark.tags.map(({ claimId }) => claimId)));
  return claimList(project)
    .filter(({ id }) => named.has(id))
    .map(({ id, displayLabel, text }) =>
      said({ type: "webanno.custom.ParallaxClaim", claim: displayLabel, claimId: id, text }),
    );
}

function piecesIn(project: Project, source: Source): readonly Structure[] {
  const labels = new Map(claimList(project).map(({ id, displayLabel }) => [id, displayLabel]));
  return marksIn(project, source).flatMap(({ analyst, mark }) =>
    (mark.tags.length === 0 ? [undefined] : mark.tags).flatMap((tag) => {
      const { id: tagId, claimId, value, ...judgement } = tag ?? {};
      const claim = claimId && labels.get(claimId);
      return mark.ranges.map(({ start, end, quote }, i) =>
        said({
          type: "webanno.custom.ParallaxTag",
          ...{ covered: quote, begin: unitsBefore(source, start), end: unitsBefore(source, end), piece: i + 1 },
          ...{ ...judgement, tagId, claimId, claim, value: value && JSON.stringify(value) },
          ...{ markId: mark.id, markNote: mark.note, toDiscuss: mark.toDiscuss ?? false, createdAt: mark.createdAt },
          ...{ analyst: analyst.name, analystId: analyst.id },
        }),
      );
    }),
  );
}

function marksIn({ sets }: Project, { id }: Source) {
  return sets.flatMap(({ analyst, marks }) =>
    marks.filter(({ sourceId }: Mark) => sourceId === id).map((mark) => ({ analyst, mark })),
  );
}

/** UIMA counts UTF-16 code units, the project code points. */
function unitsBefore({ text }: Source, offset: number): number {
  return Array.from(text).slice(0, offset).join("").length;
}

/** The features that have a value, as UIMA's own text for it. */
function said(features: Readonly<Record<string, string | number | boolean | undefined>>): Structure {
  return Object.fromEntries(
    Object.entries(features).flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : [[name, String(value)]],
    ),
  );
}

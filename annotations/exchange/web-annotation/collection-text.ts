import type { AnnotationSet } from "../../model/annotation-set.ts";
import { claimList, type ListedClaim } from "../../model/claim-list.ts";
import { openSources } from "../../model/project.ts";
import type { Source } from "../../model/source.ts";
import type { ExportRequest } from "../format.ts";
import { cellAnnotations } from "./cell-annotation.ts";
import { sourceIris, uuidIri } from "./iri.ts";
import { markAnnotations } from "./mark-annotation.ts";
import type { Places } from "./places.ts";
import { CONTEXT } from "./terms.ts";

/** An AnnotationCollection with its only AnnotationPage, one annotation on a line. */
export function* collectionText(request: ExportRequest): Generator<string> {
  const { project } = request;
  const claims = claimList(project);
  const places = { claims: new Map(claims.map((claim) => [claim.id, claim])), iris: sourceIris(project) };
  const total = request.sets.reduce((sum, set) => sum + counted(set, places), 0);
  const head = {
    "@context": CONTEXT,
    id: uuidIri(project.file.id),
    type: "AnnotationCollection",
    label: project.file.title,
    total,
    articles: openSources(project).map((source) => articleTerms(source, places)),
    claims: claims.map(claimTerms),
  };
  yield JSON.stringify(head, null, 2).slice(0, -"\n}".length);
  const page = { id: `${uuidIri(project.file.id)}#page-1`, type: "AnnotationPage", startIndex: 0 };
  yield `,\n  "first": ${JSON.stringify(page).slice(0, -1)},"items":[`;
  let isFirst = true;
  for (const set of request.sets) {
    for (const annotation of annotationsOf(set, places)) {
      yield `${isFirst ? "" : ","}\n${JSON.stringify(annotation)}`;
      isFirst = false;
    }
  }
  yield "\n]}\n}\n";
}

function* annotationsOf(set: AnnotationSet, places: Places): Generator<object> {
  for (const mark of set.marks) {
    const iri = places.iris.get(mark.sourceId);
    if (iri !== undefined) yield* markAnnotations(mark, { set, places, iri });
  }
  yield* cellAnnotations(set, places);
}

function counted(set: AnnotationSet, places: Places): number {
  let number = 0;
  for (const _ of annotationsOf(set, places)) number++;
  return number;
}

function articleTerms(source: Source, { iris }: Places) {
  const { id, url, sha256, originalName, title, author, outlet, date, language } = source;
  const details = Object.entries({ url, title, author, outlet, date, language }).filter(([, value]) => value !== "");
  return { id: iris.get(id) ?? uuidIri(id), article: id, sha256, originalName, ...Object.fromEntries(details) };
}

function claimTerms(claim: ListedClaim) {
  const { id, displayLabel, text, note, aliases, parent, colour, order, include, exclude, verdict } = claim;
  return {
    ...{ id: uuidIri(id), label: displayLabel, text, note, aliases, colour, order, include, exclude, verdict },
    ...(parent && { parent: uuidIri(parent) }),
  };
}

import type { AnnotationSet } from "../../model/annotation-set.ts";
import type { ListedClaim } from "../../model/claim-list.ts";
import type { Mark } from "../../model/mark.ts";
import type { Range } from "../../model/range.ts";
import type { Tag } from "../../model/tag.ts";
import { joinedLabel } from "../reading/label-meaning.ts";
import { uuidIri } from "./iri.ts";
import type { Places } from "./places.ts";

interface MarkPlace {
  readonly set: AnnotationSet;
  readonly places: Places;
  /** The IRI of the article. */
  readonly iri: string;
}

/** One annotation for each tag of a mark; of a mark without tags, one that highlights. */
export function* markAnnotations(mark: Mark, place: MarkPlace): Generator<object> {
  const { set, places, iri } = place;
  const rest = {
    created: mark.createdAt,
    creator: creatorOf(set),
    target: targetOf(mark.ranges, iri),
    mark: { id: uuidIri(mark.id), note: mark.note, toDiscuss: mark.toDiscuss },
  };
  if (mark.tags.length === 0) {
    const body = mark.note ? { body: textualBody("commenting", mark.note) } : {};
    yield { id: `${uuidIri(mark.id)}#highlight`, type: "Annotation", motivation: "highlighting", ...body, ...rest };
  }
  for (const tag of mark.tags) {
    const claim = places.claims.get(tag.claimId);
    const head = { id: uuidIri(tag.id), type: "Annotation", motivation: "tagging", body: bodies(tag, claim) };
    yield { ...head, ...rest, claim: uuidIri(tag.claimId), tag: tagTerms(tag) };
  }
}

/** The analyst as the creator of an annotation. */
export function creatorOf({ analyst }: AnnotationSet) {
  return { id: uuidIri(analyst.id), type: "Person", name: analyst.name };
}

/** A text as a body with a purpose. */
export function textualBody(purpose: string, value: string) {
  return { type: "TextualBody", purpose, format: "text/plain", value };
}

function bodies(tag: Tag, claim: ListedClaim | undefined) {
  const label = joinedLabel(claim?.displayLabel ?? tag.claimId, tag.stance);
  const note = tag.note === "" ? [] : [textualBody("commenting", tag.note)];
  return [textualBody("tagging", label), ...note];
}

function tagTerms({ stance, voice, speaker, attitude, certainty, confidence, value }: Tag) {
  return { stance, voice, speaker, attitude, certainty, confidence, figure: value };
}

/** Several pieces are several targets, which every reader of the Recommendation knows; the mark’s id says that they are one. */
function targetOf(ranges: readonly Range[], iri: string) {
  const pieces = ranges.map((range) => pieceOf(range, iri));
  return pieces.length === 1 ? pieces[0] : pieces;
}

/** Two selectors of the same segment, as the Recommendation has alternatives: by position in code points and by quote. */
function pieceOf({ start, end, quote, prefix, suffix }: Range, source: string) {
  return {
    type: "SpecificResource",
    source,
    selector: [
      { type: "TextPositionSelector", start, end },
      { type: "TextQuoteSelector", exact: quote, prefix, suffix },
    ],
  };
}

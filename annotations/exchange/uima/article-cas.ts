import type { Analyst } from "../../model/analyst.ts";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import type { ListedClaim } from "../../model/claim-list.ts";
import type { ClaimId, SourceId } from "../../model/id.ts";
import type { Mark } from "../../model/mark.ts";
import type { Source } from "../../model/source.ts";
import type { Tag } from "../../model/tag.ts";
import { codePointsOf } from "../../text/code-points.ts";
import { grouped } from "../grouped.ts";
import { type CasType, DOCUMENT_META_DATA, PARALLAX_ARTICLE, PARALLAX_CLAIM, PARALLAX_TAG } from "./type-system.ts";

/** The id of the only Sofa, the text; feature structures count on from it. */
export const SOFA_ID = 1;

/** The name of the only view. */
export const VIEW = "_InitialView";

/** A feature structure of an article's CAS. */
export interface FeatureStructure {
  readonly id: number;
  readonly type: CasType;
  /** The features that have a value, `begin` and `end` (UTF-16 code units) first where it is an annotation. */
  readonly features: Readonly<Record<string, string | number | boolean>>;
}

/** Makes the feature structures of articles, one CAS for each. */
export class ArticleCases {
  readonly #claims: readonly ListedClaim[];
  readonly #labels: ReadonlyMap<ClaimId, string>;
  readonly #sets: readonly { readonly analyst: Analyst; readonly marks: ReadonlyMap<SourceId, readonly Mark[]> }[];

  constructor(claims: readonly ListedClaim[], sets: readonly AnnotationSet[]) {
    this.#claims = claims;
    this.#labels = new Map(claims.map(({ id, displayLabel }) => [id, displayLabel]));
    this.#sets = sets.map(({ analyst, marks }) => ({ analyst, marks: grouped(marks, ({ sourceId }) => sourceId) }));
  }

  /** What is said of the article, the claims that its marks name, then the pieces of its marks, analyst by analyst. */
  *structures(source: Source): Generator<FeatureStructure> {
    let id = SOFA_ID;
    for (const [type, features] of this.#described(source)) yield { id: ++id, type, features: given(features) };
  }

  *#described(source: Source): Generator<readonly [CasType, Features]> {
    const { id, title, url, language, sha256, originalName, author, outlet, date } = source;
    const whole = { begin: 0, end: source.text.length, language: language || "x-unspecified" };
    const meta = { documentTitle: title, documentId: id, documentUri: url, isLastSegment: false };
    yield [DOCUMENT_META_DATA, { ...whole, ...meta }];
    yield [PARALLAX_ARTICLE, { sha256, originalName, author, outlet, date }];
    const marks = this.#sets.flatMap((set) => set.marks.get(id) ?? []);
    const named = new Set(marks.flatMap(({ tags }) => tags.map(({ claimId }) => claimId)));
    for (const { id: claimId, displayLabel, text } of this.#claims) {
      if (named.has(claimId)) yield [PARALLAX_CLAIM, { claim: displayLabel, claimId, text }];
    }
    for (const { analyst, marks: bySource } of this.#sets) {
      for (const mark of bySource.get(id) ?? []) {
        for (const features of this.#pieces(source, mark, analyst)) yield [PARALLAX_TAG, features];
      }
    }
  }

  #pieces(source: Source, mark: Mark, { id: analystId, name: analyst }: Analyst): readonly Features[] {
    const points = codePointsOf(source);
    const { id: markId, note: markNote, toDiscuss, createdAt } = mark;
    const tags: readonly (Tag | undefined)[] = mark.tags.length > 0 ? mark.tags : [undefined];
    return tags.flatMap((tag) =>
      mark.ranges.map(({ start, end }, i) => ({
        ...{ begin: points.toUtf16(start), end: points.toUtf16(end) },
        ...(tag && this.#said(tag)),
        ...{ markNote, toDiscuss, piece: i + 1, markId, tagId: tag?.id, claimId: tag?.claimId },
        ...{ analyst, analystId, createdAt },
      })),
    );
  }

  #said({ claimId, stance, voice, speaker, attitude, certainty, confidence, note, value }: Tag): Features {
    return {
      ...{ claim: this.#labels.get(claimId), stance, voice, speaker, attitude, certainty, confidence, note },
      value: value && JSON.stringify(value),
    };
  }
}

type Features = Readonly<Record<string, string | number | boolean | undefined>>;

/** The features that say something. */
function given(features: Features): FeatureStructure["features"] {
  return Object.fromEntries(
    Object.entries(features).flatMap(([name, value]) => (value === undefined || value === "" ? [] : [[name, value]])),
  );
}

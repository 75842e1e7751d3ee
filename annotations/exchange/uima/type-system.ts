/** The kinds of values that features of a UIMA type have here. */
type FeatureRange = "uima.cas.String" | "uima.cas.Integer" | "uima.cas.Boolean";

/** A type of feature structures in UIMA's Common Analysis System (CAS), with its own features in order. */
export interface CasType {
  readonly name: string;
  readonly description: string;
  readonly superType: string;
  readonly features: readonly (readonly [name: string, range: FeatureRange])[];
}

/** The document's title, id and address, as DKPro Core and INCEpTION keep them. It covers the whole text. */
export const DOCUMENT_META_DATA: CasType = {
  name: "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData",
  description: "",
  superType: "uima.tcas.DocumentAnnotation",
  features: [
    ...strings("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri"),
    ["isLastSegment", "uima.cas.Boolean"],
  ],
};

/** What else Parallax knows of an article; a layer of document metadata in INCEpTION. */
export const PARALLAX_ARTICLE: CasType = {
  name: "webanno.custom.ParallaxArticle",
  description: "What Parallax knows of the article",
  superType: "uima.cas.AnnotationBase",
  features: strings("sha256", "originalName", "author", "outlet", "date"),
};

/** A claim that annotations of the document name; a layer of document metadata in INCEpTION. */
export const PARALLAX_CLAIM: CasType = {
  name: "webanno.custom.ParallaxClaim",
  description: "A claim of the project",
  superType: "uima.cas.AnnotationBase",
  features: strings("claim", "claimId", "text"),
};

/** One piece of a mark with one of its tags; a span layer in INCEpTION. */
export const PARALLAX_TAG: CasType = {
  name: "webanno.custom.ParallaxTag",
  description: "One piece of a mark with one of its tags",
  superType: "uima.tcas.Annotation",
  features: [
    ...strings("claim", "stance", "voice", "speaker", "attitude", "certainty", "confidence", "note", "value"),
    ...strings("markNote"),
    ["toDiscuss", "uima.cas.Boolean"],
    ["piece", "uima.cas.Integer"],
    ...strings("markId", "tagId", "claimId", "analyst", "analystId", "createdAt"),
  ],
};

/** All types that an export declares, in the order of their names. */
export const TYPE_SYSTEM: readonly CasType[] = [DOCUMENT_META_DATA, PARALLAX_ARTICLE, PARALLAX_CLAIM, PARALLAX_TAG];

function strings(...names: readonly string[]): readonly (readonly [string, "uima.cas.String"])[] {
  return names.map((name) => [name, "uima.cas.String"]);
}

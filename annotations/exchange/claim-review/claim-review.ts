import { claimList } from "../../model/claim-list.ts";
import { openSources } from "../../model/project.ts";
import { amount } from "../../text/amount.ts";
import type { Feature } from "../feature.ts";
import type { ExportRequest, WritableFormat, WrittenExport } from "../format.ts";
import { claimReviewOf, type ReviewedClaim } from "./review.ts";

/** The verdicts as ClaimReview of schema.org, for the pages of those who publish them; nothing else of the project. */
export const claimReview: WritableFormat = {
  id: "claim-review",
  name: "ClaimReview (schema.org)",
  description:
    "For fact-checkers: one ClaimReview for each claim that was given a verdict, and where the claim appears.",
  shape: "file",
  extension: "jsonld",
  mediaType: "application/ld+json",
  carries: new Set<Feature>(["claim-texts", "verdicts"]),
  write: writeReviews,
};

function writeReviews(request: ExportRequest): WrittenExport {
  const reviews = reviewedClaims(request);
  const unreviewed = claimList(request.project).length - reviews.length;
  const homeless = reviews.filter(({ verdict }) => !verdict.url).length;
  const content = `${JSON.stringify(reviews.map(claimReviewOf), null, 2)}\n`;
  return {
    files: [{ path: "", content: [content] }],
    losses: [
      ...(unreviewed > 0
        ? [`${amount(unreviewed, "claim")} without a verdict stay${unreviewed === 1 ? "s" : ""} behind.`]
        : []),
      ...(homeless > 0
        ? [
            `${amount(homeless, "verdict has", "verdicts have")} no address of a published review, which search engines ask for.`,
          ]
        : []),
    ],
  };
}

/** The claims with a verdict, with the articles in view that somebody found to support them. */
function reviewedClaims({ project, sets }: ExportRequest): readonly ReviewedClaim[] {
  const names = new Map(project.sets.map(({ analyst }) => [analyst.id, analyst.name]));
  const supported = new Set<string>();
  for (const mark of sets.flatMap(({ marks }) => marks)) {
    for (const { claimId, stance } of mark.tags)
      if (stance === "supports") supported.add(`${claimId} ${mark.sourceId}`);
  }
  return claimList(project).flatMap((claim): readonly ReviewedClaim[] => {
    const { verdict } = claim;
    if (!verdict) return [];
    const appearances = openSources(project).filter(({ id }) => supported.has(`${claim.id} ${id}`));
    return [{ claim, verdict, author: names.get(claim.revisedBy) ?? "", appearances }];
  });
}

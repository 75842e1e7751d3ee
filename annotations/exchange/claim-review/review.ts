import type { Claim } from "../../model/claim.ts";
import type { Source } from "../../model/source.ts";
import { VERDICT_SCALE, type Verdict } from "../../model/verdict.ts";
import { isWebAddress } from "../web-annotation/iri.ts";

/** A claim with its verdict, who gave that, and the articles in which the claim is made. */
export interface ReviewedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
  readonly author: string;
  readonly appearances: readonly Source[];
}

/** A ClaimReview of schema.org, dated by the day of the verdict. */
export function claimReviewOf({ claim, verdict, author, appearances }: ReviewedClaim) {
  const { rating, value, explanation, url, at } = verdict;
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    ...(url && { url }),
    claimReviewed: claim.text,
    datePublished: at.slice(0, "2022-11-23".length),
    author: { "@type": "Person", name: author },
    ...(explanation && { reviewBody: explanation }),
    reviewRating: {
      "@type": "Rating",
      alternateName: rating,
      ...(value !== undefined && {
        ratingValue: value,
        bestRating: VERDICT_SCALE.best,
        worstRating: VERDICT_SCALE.worst,
      }),
    },
    itemReviewed: {
      "@type": "Claim",
      text: claim.text,
      ...(appearances.length > 0 && { appearance: appearances.map(articleOf) }),
    },
  } as const;
}

function articleOf({ url, title, author, outlet, date, language }: Source) {
  return {
    "@type": "NewsArticle",
    ...(isWebAddress(url) && { url }),
    ...(title && { headline: title }),
    ...(date && { datePublished: date }),
    ...(language && { inLanguage: language }),
    ...(author && { author: { "@type": "Person", name: author } as const }),
    ...(outlet && { publisher: { "@type": "Organization", name: outlet } as const }),
  } as const;
}

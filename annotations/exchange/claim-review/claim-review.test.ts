import type { ClaimReview, NewsArticle, Rating, Claim as ReviewedByThem, WithContext } from "schema-dts";
import { expect, expectTypeOf, it } from "vitest";
import { SourceId } from "../../model/id.ts";
import { article } from "../../testing/article.ts";
import { knownId } from "../../testing/known-id.ts";
import { annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import { writtenText } from "../written.ts";
import { claimReview } from "./claim-review.ts";
import { claimReviewOf, type ReviewedClaim } from "./review.ts";

const VERDICT = {
  rating: "Half true",
  value: 3,
  explanation: "One of two sank.",
  url: "https://example.org/r",
  at: "2022-11-23T10:00:00Z",
};

const ferry = article("The [ferry] sank.", {
  url: "https://example.org/a",
  title: "A ferry",
  author: "A. Ba",
  outlet: "The Post",
  date: "2022-11-22",
});
const boat = article("A [boat] did not.", { id: knownId(SourceId, 2), order: 1 });

const sets = [
  annotationsOf(1, {
    claims: [
      claim(1, { text: "Two ferries sank.", verdict: VERDICT }),
      claim(2, { verdict: { rating: "True", at: VERDICT.at } }),
      claim(3),
    ],
    marks: [mark(1, ferry, tag(1, 1, "supports")), mark(2, boat, tag(2, 1, "refutes"))],
  }),
];
const project = projectOf([ferry.source, boat.source], sets);

it("writes one ClaimReview for each claim with a verdict, with the articles that make it", () => {
  expect(JSON.parse(writtenText(claimReview, { project, sets }))).toEqual([
    {
      ...{ "@context": "https://schema.org", "@type": "ClaimReview", url: "https://example.org/r" },
      ...{
        claimReviewed: "Two ferries sank.",
        datePublished: "2022-11-23",
        author: { "@type": "Person", name: "Analyst 1" },
      },
      reviewBody: "One of two sank.",
      reviewRating: { "@type": "Rating", alternateName: "Half true", ratingValue: 3, bestRating: 5, worstRating: 1 },
      itemReviewed: {
        ...{ "@type": "Claim", text: "Two ferries sank." },
        appearance: [
          {
            ...{
              "@type": "NewsArticle",
              url: "https://example.org/a",
              headline: "A ferry",
              datePublished: "2022-11-22",
            },
            ...{
              author: { "@type": "Person", name: "A. Ba" },
              publisher: { "@type": "Organization", name: "The Post" },
            },
          },
        ],
      },
    },
    {
      ...{
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        claimReviewed: "Claim 2",
        datePublished: "2022-11-23",
      },
      ...{
        author: { "@type": "Person", name: "Analyst 1" },
        reviewRating: { "@type": "Rating", alternateName: "True" },
      },
      itemReviewed: { "@type": "Claim", text: "Claim 2" },
    },
  ]);
});

it("says which claims stay behind, and which reviews have no address", () => {
  expect(claimReview.write({ project, sets }, new Set()).losses).toEqual([
    "1 claim without a verdict stays behind.",
    "1 verdict has no address of a published review, which search engines ask for.",
  ]);
});

type Review = ReturnType<typeof claimReviewOf>;
type Article = NonNullable<Review["itemReviewed"]["appearance"]>[number];

/** The properties of what is written that schema.org's type does not have. */
type Foreign<Made, Known> = Exclude<keyof Made, "@context" | keyof Extract<Known, { "@type": string }>>;

it("has the types and properties that schema.org defines, and those that search engines require", () => {
  const reviewed: ReviewedClaim = { claim: claim(1), verdict: VERDICT, author: "Ada", appearances: [ferry.source] };
  // Both compile only where every type and property is one of the vocabulary.
  const review: WithContext<ClaimReview> = claimReviewOf(reviewed);
  expectTypeOf<
    | Foreign<Review, ClaimReview>
    | Foreign<Review["reviewRating"], Rating>
    | Foreign<Review["itemReviewed"], ReviewedByThem>
    | Foreign<Article, NewsArticle>
  >().toEqualTypeOf<never>();
  expect(review).toMatchObject({
    ...{ claimReviewed: expect.any(String), url: expect.any(String) },
    reviewRating: { alternateName: expect.any(String) },
  });
});

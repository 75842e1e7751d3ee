import { type Source, sourceName } from "../../../annotations/model/source.ts";
import { MOST_SOURCES } from "../../../annotations/shared-passages/fingerprint-index.ts";
import type { LeftOut } from "../../../annotations/shared-passages/shared-passage.ts";
import { codePointsOf } from "../../../annotations/text/code-points.ts";
import { amount } from "../../controls/amount.ts";
import { Quote } from "../../search/Quote.tsx";

/** How many common passages are quoted, and how many characters of each. */
const MOST_QUOTED = 20;
const LONGEST_QUOTE = 300;

interface Props {
  readonly sources: readonly Source[];
  readonly leftOut: LeftOut;
}

/** What the search did not pair, in words. */
export function NotCompared({ sources, leftOut: { common, passages, repeatedPlaces } }: Props) {
  if (common.length + passages + repeatedPlaces === 0) return null;
  return (
    <div className="not-compared">
      <h4>Left out</h4>
      {passages > 0 && (
        <p>
          {amount(passages, "more shared passage")}, no longer than the shortest of those found, did not fit the list.
        </p>
      )}
      {repeatedPlaces > 0 && (
        <p>{amount(repeatedPlaces, "place")} at which an article repeats itself over and over: not compared.</p>
      )}
      {common.length > 0 && (
        <>
          <p>
            {amount(common.length, "passage")} that more than {MOST_SOURCES} articles have, such as a notice: not
            paired.
          </p>
          <ul>
            {common.slice(0, MOST_QUOTED).map((one) => (
              <li key={`${one.source} ${one.start}`}>
                <CommonQuote source={sources.find(({ id }) => id === one.source)} start={one.start} end={one.end} />{" "}
                <small>in at least {amount(one.sources, "article")}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface QuoteProps {
  readonly source: Source | undefined;
  readonly start: number;
  readonly end: number;
}

function CommonQuote({ source, start, end }: QuoteProps) {
  if (!source) return null;
  const text = codePointsOf(source).slice(start, Math.min(end, start + LONGEST_QUOTE));
  return (
    <>
      <bdi className="passage-source">{sourceName(source)}</bdi>
      <Quote text={end - start > LONGEST_QUOTE ? `${text}…` : text} marked={[]} />
    </>
  );
}

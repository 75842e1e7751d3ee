import type { SourceId } from "../../annotations/model/id.ts";
import type { Source } from "../../annotations/model/source.ts";
import { expressionOf } from "../../annotations/search/expression-search.ts";
import { plainSearch } from "../../annotations/search/plain-search.ts";
import type { Hit, Query } from "../../annotations/search/query.ts";
import { startWorker } from "../session/own-worker.ts";
import type { ExpressionAnswer, ExpressionQuestion } from "./expression-worker.ts";

/** The hits in one source, where there are any. */
export interface Found {
  readonly sourceId: SourceId;
  readonly hits: readonly Hit[];
  readonly more: boolean;
}

/** What a search found, or one sentence on why it could not be made. */
export type SearchOutcome =
  | { readonly kind: "found"; readonly found: readonly Found[] }
  | { readonly kind: "refused"; readonly reason: string };

/** How long a regular expression may take; some take longer than anybody lives. */
const MOST_MILLISECONDS = 2_000;

/** Searches these sources. Words are found at once; a regular expression runs beside the page, and `signal` ends it. */
export function runSearch(
  sources: readonly Source[],
  query: Query,
  signal: AbortSignal,
): SearchOutcome | Promise<SearchOutcome> {
  if (!query.expression) return outcomeOf(sources, (source) => plainSearch(source, query));
  if (query.words === "") return { kind: "found", found: [] };
  const expression = expressionOf(query);
  return expression.kind === "unfit"
    ? { kind: "refused", reason: expression.reason }
    : expressionOutcome(sources, query, signal);
}

async function expressionOutcome(
  sources: readonly Source[],
  query: Query,
  signal: AbortSignal,
): Promise<SearchOutcome> {
  const answer = await ask({ sources, query }, signal);
  if (answer === null) {
    return { kind: "refused", reason: "This regular expression takes too long on these texts. Try a simpler one." };
  }
  return outcomeOf(sources, (_, i) => answer[i] ?? { hits: [], more: false });
}

function outcomeOf(
  sources: readonly Source[],
  hitsIn: (source: Source, i: number) => ExpressionAnswer[number],
): SearchOutcome {
  const found = sources.map((source, i) => ({ sourceId: source.id, ...hitsIn(source, i) }));
  return { kind: "found", found: found.filter(({ hits }) => hits.length > 0) };
}

/** The worker's answer; null when there was none in time or somebody has asked for something else meanwhile. */
function ask(question: ExpressionQuestion, signal: AbortSignal): Promise<ExpressionAnswer | null> {
  return new Promise((resolve, reject) => {
    const worker = startWorker("expression");
    const end = (answer: ExpressionAnswer | null) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => end(null), MOST_MILLISECONDS);
    signal.addEventListener("abort", () => end(null), { once: true });
    worker.onmessage = ({ data }: MessageEvent<ExpressionAnswer>) => end(data);
    worker.onerror = () => {
      end(null);
      reject(new Error("The program that runs regular expressions could not be loaded."));
    };
    worker.postMessage(question);
  });
}

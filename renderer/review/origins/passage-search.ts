import { create } from "zustand";
import type { Source } from "../../../annotations/model/source.ts";
import type { Progress } from "../../../annotations/shared-passages/finder.ts";
import { contentKey } from "../../../annotations/shared-passages/read-source.ts";
import type { SharedPassages } from "../../../annotations/shared-passages/shared-passage.ts";
import { startWorker } from "../../session/own-worker.ts";
import type { PassageAnswer } from "./passage-worker.ts";

/** How far the search for shared passages is; `texts` says in which texts. */
export type SearchState =
  | { readonly kind: "none"; readonly texts: null }
  | { readonly kind: "searching"; readonly texts: string; readonly progress: Progress | null }
  | { readonly kind: "stopped" | "failed"; readonly texts: string }
  | { readonly kind: "found"; readonly texts: string; readonly found: SharedPassages };

/** A finder of shared passages that runs beside the page. */
export interface Finder {
  ask(sources: readonly Source[]): void;
  /** Ends it at once, whatever it does. */
  end(): void;
}

/** Starts a finder that tells how far it is, and that it cannot go on. */
export type StartFinder = (answer: (answer: PassageAnswer) => void, fail: () => void) => Finder;

/**
 * Searches texts once: neither marks nor details nor verdicts change what they share. The finder is kept, so that after an
 * import it reads what is new alone.
 */
export class PassageSearch {
  readonly #start: StartFinder;
  readonly #report: (state: SearchState) => void;
  #finder: Finder | null = null;
  #state: SearchState = { kind: "none", texts: null };

  constructor(start: StartFinder, report: (state: SearchState) => void) {
    this.#start = start;
    this.#report = report;
  }

  /** Begins to search these sources, unless that is being done, or done, already. */
  find(sources: readonly Source[]): void {
    const texts = textsKey(sources);
    const { kind, texts: known } = this.#state;
    if (known === texts && (kind === "searching" || kind === "found")) return;
    if (kind === "searching") this.#end();
    this.#finder ??= this.#started();
    this.#is({ kind: "searching", texts, progress: null });
    this.#finder.ask(sources);
  }

  /** Ends a search at once. */
  stop(): void {
    if (this.#state.kind === "searching") this.#endAs("stopped", this.#state.texts);
  }

  #started(): Finder {
    const finder = this.#start(
      (answer) => this.#finder === finder && this.#hear(answer),
      () => this.#finder === finder && this.#endAs("failed", this.#state.texts ?? ""),
    );
    return finder;
  }

  #hear(answer: PassageAnswer): void {
    const { kind, texts } = this.#state;
    if (kind !== "searching") return;
    if (answer.kind === "progress") this.#is({ kind, texts, progress: answer.progress });
    else this.#is({ kind: "found", texts, found: answer.found });
  }

  #endAs(kind: "stopped" | "failed", texts: string): void {
    this.#end();
    this.#is({ kind, texts });
  }

  #end(): void {
    this.#finder?.end();
    this.#finder = null;
  }

  #is(state: SearchState): void {
    this.#state = state;
    this.#report(state);
  }
}

/** The same for sources with the same ids, texts and boilerplate. */
export function textsKey(sources: readonly Source[]): string {
  return sources
    .map((source) => `${source.id} ${contentKey(source)}`)
    .sort()
    .join("\n");
}

/** How far the search is, for those who show it. */
export const usePassageSearch = create<SearchState>(() => ({ kind: "none", texts: null }));

export const passageSearch = new PassageSearch(workerFinder, (state) => usePassageSearch.setState(state, true));

function workerFinder(answer: (answer: PassageAnswer) => void, fail: () => void): Finder {
  const worker = startWorker("passages");
  worker.onmessage = ({ data }: MessageEvent<PassageAnswer>) => answer(data);
  worker.onerror = fail;
  return { ask: (sources) => worker.postMessage(sources), end: () => worker.terminate() };
}

import type { Source } from "../../../annotations/model/source.ts";
import { type Progress, SharedPassageFinder } from "../../../annotations/shared-passages/finder.ts";
import type { SharedPassages } from "../../../annotations/shared-passages/shared-passage.ts";

/** What the page is told: how far the search is, and in the end what it found. */
export type PassageAnswer =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "found"; readonly found: SharedPassages };

/** How often the page is told how far the search is, in milliseconds. */
const TELLING = 50;

// One finder for all questions: only texts that are new to it are read.
const finder = new SharedPassageFinder();

function tell(answer: PassageAnswer): void {
  self.postMessage(answer);
}

// Runs beside the page, which ends it when nobody waits for the answer any more.
self.onmessage = ({ data }: MessageEvent<readonly Source[]>) => {
  const search = finder.find(data);
  let told = performance.now();
  for (;;) {
    const { done, value } = search.next();
    if (done) {
      tell({ kind: "found", found: value });
      return;
    }
    if (performance.now() - told < TELLING) continue;
    told = performance.now();
    tell({ kind: "progress", progress: value });
  }
};

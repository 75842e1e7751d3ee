import { openSources } from "../../annotations/model/project.ts";
import type { Source } from "../../annotations/model/source.ts";
import { foldedText } from "../../annotations/search/folding.ts";
import { passageIndex } from "../../annotations/search/passages.ts";
import { desk, useDesk } from "../session/desk.ts";

/** Least time, in milliseconds, that a pause must have left for one more article. */
const LEAST_PAUSE = 8;

/** Longer texts, in UTF-16 units, would hold up a page that is used again; they are read when somebody asks. */
const LONGEST = 400_000;

/**
 * Reads the open articles in the pauses of the page, so that the first search and the first "find elsewhere" have
 * nothing left to prepare. Starts again when articles come or change; what was read stays read.
 */
export function readAhead(): void {
  let waiting = 0;
  const begin = () => {
    cancelIdleCallback(waiting);
    waiting = requestIdleCallback((pause) => read(sourcesAhead(), pause));
  };
  const read = ([source, ...rest]: readonly Source[], pause: IdleDeadline) => {
    if (!source) return;
    if (pause.timeRemaining() < LEAST_PAUSE) {
      waiting = requestIdleCallback((next) => read([source, ...rest], next));
      return;
    }
    foldedText(source, false);
    passageIndex(source);
    read(rest, pause);
  };
  begin();
  useDesk.subscribe(({ project }, former) => {
    if (project.sources !== former.project.sources) begin();
  });
}

function sourcesAhead(): readonly Source[] {
  return openSources(desk().project).filter(({ text }) => text.length <= LONGEST);
}

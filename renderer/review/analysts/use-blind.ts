import { useState } from "react";
import type { SourceId } from "../../../annotations/model/id.ts";
import { useDesk } from "../../session/desk.ts";
import { matrix } from "../../session/selectors.ts";

/** What the working analyst is not to see yet of the others' work, and a way to see it all the same. */
export interface Blindness {
  isBlind(source: SourceId): boolean;
  reveal(): void;
}

/**
 * What others say of an article stays hidden while the working analyst has not looked through it for every claim. Whoever
 * adjudicates has to see it.
 */
export function useBlind(): Blindness {
  const { unreviewed } = useDesk(matrix);
  const adjudicates = useDesk((state) => state.project.file.settings.adjudicator === state.analyst.id);
  const [revealed, setRevealed] = useState(false);
  return {
    isBlind: (source) => !adjudicates && !revealed && unreviewed.get(source) !== 0,
    reveal: () => setRevealed(true),
  };
}

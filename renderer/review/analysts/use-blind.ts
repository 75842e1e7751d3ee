import { useMemo } from "react";
import type { SourceId } from "../../../annotations/model/id.ts";
import { isBlind } from "../../session/blindness.ts";
import { useDesk } from "../../session/desk.ts";

/** What the working analyst is not to see yet of the others' work. */
export interface Blindness {
  isBlind(source: SourceId): boolean;
}

export function useBlind(): Blindness {
  const project = useDesk((state) => state.project);
  const analyst = useDesk((state) => state.analyst);
  return useMemo(() => ({ isBlind: (source) => isBlind({ project, analyst }, source) }), [project, analyst]);
}

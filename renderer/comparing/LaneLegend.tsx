import { useMemo } from "react";
import type { SourceId } from "../../annotations/model/id.ts";
import { amount } from "../controls/amount.ts";
import { useDesk } from "../session/desk.ts";
import { lanesIn, toggleLane, useComparing } from "./comparing.ts";

/** Whose lanes stand below the lines of a text, from the top down; each can be put aside. */
export function LaneLegend({ sourceId }: { readonly sourceId: SourceId }) {
  const isOn = useComparing((state) => state.isOn);
  const hidden = useComparing((state) => state.hidden);
  const project = useDesk((state) => state.project);
  const analyst = useDesk((state) => state.analyst);
  const lanes = useMemo(
    () => (isOn ? lanesIn({ project, analyst }, sourceId) : []),
    [isOn, project, analyst, sourceId],
  );
  if (lanes.length === 0) return null;
  return (
    <fieldset className="lane-legend" aria-label="Lanes below the text">
      {lanes.map(({ analyst: other, initials, marks }) => (
        <button
          key={other.id}
          type="button"
          aria-pressed={!hidden.has(other.id)}
          title={hidden.has(other.id) ? "Show this lane" : "Put this lane aside"}
          onClick={() => toggleLane(other.id)}
        >
          <b aria-hidden="true">{initials}</b> <bdi>{other.name}</bdi> <small>{amount(marks.length, "mark")}</small>
        </button>
      ))}
    </fieldset>
  );
}

import type { RefObject } from "react";
import { flushSync } from "react-dom";
import { type Source, sourceName } from "../../annotations/model/source.ts";
import { OverviewStrip } from "../reading/OverviewStrip.tsx";
import { expandPane, setPaneState } from "./arranging.ts";

interface Props {
  readonly source: Source;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** A collapsed pane: its title along the edge, and the overview of its marks. */
export function PaneSpine({ source, scroller }: Props) {
  const name = source.title || sourceName(source);
  return (
    <div className="spine">
      <button
        type="button"
        className="spine-title"
        aria-label={`Expand ${name}`}
        title={`${name} (Enter expands)`}
        onClick={() => expandPane(source.id)}
      >
        <span className="spine-arrow" aria-hidden="true">
          ›
        </span>
        <span className="spine-name" dir="auto">
          {name}
        </span>
      </button>
      <OverviewStrip
        source={source}
        scroller={scroller}
        beforeGoing={() => flushSync(() => setPaneState(source.id, "open"))}
      />
    </div>
  );
}

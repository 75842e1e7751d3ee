import { useCallback, useEffect, useRef, useState } from "react";
import type { SourceId } from "../../annotations/model/id.ts";
import { type Source, sourceName } from "../../annotations/model/source.ts";
import { useDesk } from "../session/desk.ts";
import { openCardFor } from "./mark-clicks.ts";
import { OverviewStrip } from "./OverviewStrip.tsx";
import { PaneHeader } from "./PaneHeader.tsx";
import { paintFromDesk } from "./paint-from-desk.ts";
import { type Selected, SelectionBar } from "./SelectionBar.tsx";
import { textKeys } from "./text-keys.ts";
import { createTextView, type TextView } from "./text-view.ts";
import { mountText } from "./text-views.ts";

/** One article: where it comes from, its text, and the overview of its marks. React does not draw the marks. */
export function Pane({ sourceId }: { readonly sourceId: SourceId }) {
  const source = useDesk((state) => state.project.sources.find((candidate) => candidate.id === sourceId));
  return source ? <SourcePane source={source} /> : null;
}

function SourcePane({ source }: { readonly source: Source }) {
  const scroller = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<TextView>(null);
  const scrolled = useRef(0);
  const [selected, setSelected] = useState<Selected | null>(null);

  const onSelect = useCallback((selection: { from: number; to: number } | null) => {
    const text = view.current;
    const frame = place.current?.getBoundingClientRect();
    if (!selection || !text || !frame) return setSelected(null);
    const box = text.rectangle(selection.from, selection.to);
    setSelected({ ...selection, top: box.bottom - frame.top, left: box.right - frame.left, width: frame.width });
  }, []);

  const text = useTextOf(source);
  useEffect(() => {
    if (!place.current || !scroller.current) return;
    const made = createTextView(place.current, text, `Text of ${sourceName(text)}`, {
      key: (event) => textKeys(event, text.id, made),
      click: (marks) => openCardFor(text.id, marks),
      select: onSelect,
    });
    view.current = made;
    const unmount = mountText({ sourceId: text.id, view: made, scroller: scroller.current });
    const stop = paintFromDesk(text, made);
    const frame = scroller.current;
    frame.scrollTop = scrolled.current;
    return () => {
      // A text that is drawn anew, because somebody has changed its blocks, stays where it was.
      scrolled.current = frame.scrollTop;
      stop();
      unmount();
      made.destroy();
      view.current = null;
    };
  }, [text, onSelect]);

  return (
    <article className="pane" aria-label={sourceName(source)}>
      <PaneHeader source={source} />
      <div className="pane-body">
        <div className="scroller" ref={scroller}>
          <div className="text-place" ref={place}>
            {selected && <SelectionBar source={source} selected={selected} />}
          </div>
        </div>
        <OverviewStrip source={source} scroller={scroller} />
      </div>
    </article>
  );
}

/** The source as it was when its text was last drawn: metadata may change without a new document, blocks may not. */
function useTextOf(source: Source): Source {
  const [drawn, setDrawn] = useState(source);
  if (drawn.id === source.id && drawn.blocks === source.blocks) return drawn;
  setDrawn(source);
  return source;
}

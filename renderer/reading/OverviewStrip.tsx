import { type RefObject, useEffect, useMemo, useRef } from "react";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Source } from "../../annotations/model/source.ts";
import { codePointsOf } from "../../annotations/text/code-points.ts";
import { activate } from "../marks/marking.ts";
import { useDesk } from "../session/desk.ts";
import { claimColour, marksIn } from "../session/selectors.ts";
import { overviewTicks } from "./overview-ticks.ts";
import { showMark } from "./text-views.ts";

interface Props {
  readonly source: Source;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Makes the text visible where it is not, before a click goes there. */
  readonly beforeGoing?: (() => void) | undefined;
}

/** Every mark at its place in the text, and the part of the text that is in view. A click goes there. */
export function OverviewStrip({ source, scroller, beforeGoing }: Props) {
  const marks = useDesk((state) => marksIn(state, source.id));
  const strip = useRef<HTMLDivElement>(null);
  const windowBox = useRef<HTMLDivElement>(null);
  useFollow(scroller, windowBox);
  const ticks = useMemo(() => overviewTicks(marks, codePointsOf(source).length), [marks, source]);
  return (
    // The marks are reachable by key through ] and [; the strip is their picture for the pointer.
    <div
      className="strip"
      ref={strip}
      aria-hidden="true"
      onPointerDown={(event) => {
        const box = strip.current?.getBoundingClientRect();
        const text = scroller.current;
        if (box && text && event.target === strip.current) {
          beforeGoing?.();
          text.scrollTop = ((event.clientY - box.top) / box.height) * text.scrollHeight - text.clientHeight / 2;
        }
      }}
    >
      {ticks.map(({ mark, place }) => (
        <Tick key={place} mark={mark} place={place} beforeGoing={beforeGoing} />
      ))}
      <div className="in-view" ref={windowBox} />
    </div>
  );
}

interface TickProps extends Pick<Props, "beforeGoing"> {
  readonly mark: Mark;
  /** From 0 at the beginning to 1 at the end. */
  readonly place: number;
}

function Tick({ mark, place, beforeGoing }: TickProps) {
  const colour = useDesk((state) => mark.tags[0] && claimColour(state, mark.tags[0].claimId));
  return (
    <div
      className={`tick ${mark.tags[0]?.stance ?? "untagged"} ${colour ? `claim-${colour}` : ""}`}
      style={{ top: `${place * 100}%` }}
      onPointerDown={() => {
        beforeGoing?.();
        activate(mark);
        showMark(mark);
      }}
    />
  );
}

/** Keeps the box over the part in view, without React. */
function useFollow(scroller: RefObject<HTMLDivElement | null>, box: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const text = scroller.current;
    if (!text) return;
    const follow = () => {
      if (!box.current || text.scrollHeight === 0) return;
      box.current.style.top = `${(text.scrollTop / text.scrollHeight) * 100}%`;
      box.current.style.height = `${(text.clientHeight / text.scrollHeight) * 100}%`;
    };
    const observer = new ResizeObserver(follow);
    observer.observe(text);
    text.addEventListener("scroll", follow, { passive: true });
    return () => {
      observer.disconnect();
      text.removeEventListener("scroll", follow);
    };
  }, [scroller, box]);
}

import { type RefObject, useEffect, useRef } from "react";
import { type Mark, startOf } from "../../annotations/model/mark.ts";
import type { Source } from "../../annotations/model/source.ts";
import { codePointsOf } from "../../annotations/text/code-points.ts";
import { activate } from "../marks/marking.ts";
import { useDesk } from "../session/desk.ts";
import { marksIn } from "../session/selectors.ts";
import { showMark } from "./text-views.ts";

interface Props {
  readonly source: Source;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** Every mark at its place in the text, and the part of the text that is in view. A click goes there. */
export function OverviewStrip({ source, scroller }: Props) {
  const marks = useDesk((state) => marksIn(state, source.id));
  const strip = useRef<HTMLDivElement>(null);
  const windowBox = useRef<HTMLDivElement>(null);
  useFollow(scroller, windowBox);
  const length = Math.max(1, codePointsOf(source).length);
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
          text.scrollTop = ((event.clientY - box.top) / box.height) * text.scrollHeight - text.clientHeight / 2;
        }
      }}
    >
      {marks.map((mark) => (
        <Tick key={mark.id} mark={mark} place={startOf(mark) / length} />
      ))}
      <div className="in-view" ref={windowBox} />
    </div>
  );
}

function Tick({ mark, place }: { readonly mark: Mark; readonly place: number }) {
  return (
    <div
      className={`tick ${mark.tags[0]?.stance ?? "untagged"}`}
      style={{ top: `${place * 100}%` }}
      onPointerDown={() => {
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

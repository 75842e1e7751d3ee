import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from "react";
import { type ClaimTree, colourOf } from "../../annotations/model/claim-tree.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Source } from "../../annotations/model/source.ts";
import { codePointsOf } from "../../annotations/text/code-points.ts";
import { useAfterPaint } from "../controls/use-after-paint.ts";
import { activate } from "../marks/marking.ts";
import { useDesk } from "../session/desk.ts";
import { claimTreeOf, marksIn } from "../session/selectors.ts";
import { nearestTick, type OverviewTick, overviewTicks } from "./overview-ticks.ts";
import { showMark } from "./text-views.ts";

interface Props {
  readonly source: Source;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Makes the text visible where it is not, before a click goes there. */
  readonly beforeGoing?: (() => void) | undefined;
}

/** Every mark at its place in the text, and the part of the text that is in view. A click goes there. */
export function OverviewStrip({ source, scroller, beforeGoing }: Props) {
  // The text comes first: the picture of it may follow a moment later.
  const marks = useAfterPaint(useDesk((state) => marksIn(state, source.id))) ?? [];
  const strip = useRef<HTMLDivElement>(null);
  const windowBox = useRef<HTMLDivElement>(null);
  useFollow(scroller, windowBox);
  const ticks = useMemo(() => overviewTicks(marks, codePointsOf(source).length), [marks, source]);
  const go = (mark: Mark) => {
    beforeGoing?.();
    activate(mark);
    showMark(mark);
  };
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
      <Ticks ticks={ticks} onChoose={go} />
      <div className="in-view" ref={windowBox} />
    </div>
  );
}

interface TicksProps {
  readonly ticks: readonly OverviewTick[];
  onChoose(mark: Mark): void;
}

/** All ticks that look the same are one path: hundreds of elements beside each text would slow every change down. */
function Ticks({ ticks, onChoose }: TicksProps) {
  const claims = useDesk(claimTreeOf);
  const looks = useMemo(() => ticksByLook(ticks, claims), [ticks, claims]);
  const choose = ({ clientY, currentTarget }: PointerEvent<SVGSVGElement>) => {
    const { top, height } = currentTarget.getBoundingClientRect();
    const mark = nearestTick(ticks, (clientY - top) / height)?.mark;
    if (mark) onChoose(mark);
  };
  return (
    <svg className="ticks" viewBox="0 0 1 100" preserveAspectRatio="none" aria-hidden="true" onPointerDown={choose}>
      {[...looks].map(([look, places]) => (
        <path key={look} className={`tick ${look}`} d={places.map((place) => `M0 ${place * 100}h1`).join("")} />
      ))}
    </svg>
  );
}

/** The places of the ticks by the classes that say how they look. */
function ticksByLook(ticks: readonly OverviewTick[], { nodes }: ClaimTree): ReadonlyMap<string, readonly number[]> {
  const looks = new Map<string, number[]>();
  for (const { mark, place } of ticks) {
    const [tag] = mark.tags;
    const colour = tag && colourOf(nodes.get(tag.claimId));
    const look = [tag?.stance ?? "untagged", colour ? `claim-${colour}` : ""].filter(Boolean).join(" ");
    const places = looks.get(look);
    if (places) places.push(place);
    else looks.set(look, [place]);
  }
  return looks;
}

/** Keeps the box over the part in view, without React. */
function useFollow(scroller: RefObject<HTMLDivElement | null>, box: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const text = scroller.current;
    if (!text) return;
    const follow = () => {
      if (!box.current || text.scrollHeight === 0) return;
      const [top, height] = [text.scrollTop / text.scrollHeight, text.clientHeight / text.scrollHeight];
      box.current.style.top = `${top * 100}%`;
      box.current.style.height = `${height * 100}%`;
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

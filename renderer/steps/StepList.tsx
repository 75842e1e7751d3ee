import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { now } from "../../annotations/model/timestamp.ts";
import { useDesk } from "../session/desk.ts";
import { goToStep } from "./going.ts";
import { StepOption } from "./StepOption.tsx";
import { type StepLine, stepLines } from "./step-lines.ts";

/** Lines beyond the part in view that are there all the same. */
const OVERSCAN = 6;

/** About how high a line is, in pixels, until it has been measured. */
const LINE = 46;

/** The steps, the latest first, with where the project is now; only what is in view is on the page. */
export function StepList() {
  const history = useDesk((state) => state.history);
  const lines = useMemo(() => stepLines(history), [history]);
  const present = lines.findIndex(({ kind }) => kind === "now");
  const [chosen, setChosen] = useState(present);
  const at = Math.min(chosen, lines.length - 1);
  const [opened] = useState(now);
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: OVERSCAN,
    useAnimationFrameWithResizeObserver: true,
  });
  useEffect(() => virtual.scrollToIndex(at, { align: "auto" }), [virtual, at]);
  const press = (event: KeyboardEvent) => {
    const to = lineAfter(event.key, at, lines.length);
    const takes = event.key === "Enter" || event.key === " ";
    if ((to === undefined && !takes) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (to !== undefined) setChosen(to);
    else take(lines[at]);
  };
  const shown = virtual.getVirtualItems();
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label="Steps, the latest first"
      aria-activedescendant={`${id}-${at}`}
      className="step-list"
      onKeyDown={press}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), paddingTop: shown[0]?.start ?? 0 }}>
        {shown.map(({ index }) => {
          const line = lines[index];
          return (
            line && (
              <StepOption
                key={index}
                id={`${id}-${index}`}
                line={line}
                place={{ index, count: lines.length }}
                isActive={index === at}
                opened={opened}
                measure={virtual.measureElement}
                onTake={() => {
                  setChosen(index);
                  take(line);
                }}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function take(line: StepLine | undefined): void {
  if (line) void goToStep(line.step);
}

/** How many lines Page Up and Page Down go on. */
const PAGE = 8;

function lineAfter(key: string, at: number, count: number): number | undefined {
  const inside = (i: number) => Math.max(0, Math.min(i, count - 1));
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: inside(at + 1),
    ArrowUp: inside(at - 1),
    PageDown: inside(at + PAGE),
    PageUp: inside(at - PAGE),
    Home: 0,
    End: count - 1,
  };
  return targets[key];
}

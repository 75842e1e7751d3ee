/** How far inside its frame's edge the pointer begins to scroll a text, in pixels. */
export const SCROLL_ZONE = 48;

/** How fast a text scrolls under a pointer that is as far outside the edge as the zone reaches inside, in pixels per second. */
const FASTEST = 1800;

/** How fast a text scrolls while the pointer is held at the height `y`, in pixels per second; upwards below zero. */
export function scrollSpeed(y: number, { top, bottom }: { readonly top: number; readonly bottom: number }): number {
  const above = top + SCROLL_ZONE - y;
  const below = y - (bottom - SCROLL_ZONE);
  const share = Math.min(1, Math.max(above, below, 0) / (2 * SCROLL_ZONE));
  return (above > below ? -1 : 1) * share ** 2 * FASTEST;
}

/** Scrolls a text while a pointer that drags something is near its upper or lower edge, or beyond it. */
export interface EdgeScrolling {
  /** Call when the pointer has moved to the height `y`. */
  readonly at: (y: number) => void;
  readonly stop: () => void;
}

/** A frame that took longer than this, in milliseconds, is not made up for. */
const LONGEST_FRAME = 50;

/** `follow` is called after each step, so that what is dragged comes along, and says whether it can go further that way. */
export function edgeScrolling(scroller: Element, follow: (direction: 1 | -1) => boolean): EdgeScrolling {
  let height = 0;
  let frame: number | null = null;

  function step(before: number, left: number): void {
    frame = requestAnimationFrame((now) => {
      frame = null;
      const speed = scrollSpeed(height, scroller.getBoundingClientRect());
      if (speed === 0) return;
      const wanted = left + (speed * Math.min(LONGEST_FRAME, now - before)) / 1000;
      const whole = Math.trunc(wanted);
      const stood = scroller.scrollTop;
      scroller.scrollBy({ top: whole, behavior: "instant" });
      const scrolled = scroller.scrollTop !== stood;
      if (whole === 0 || (scrolled && follow(speed > 0 ? 1 : -1))) step(now, wanted - whole);
    });
  }

  return {
    at(y) {
      height = y;
      if (frame === null && scrollSpeed(y, scroller.getBoundingClientRect()) !== 0) step(performance.now(), 0);
    },
    stop() {
      if (frame !== null) cancelAnimationFrame(frame);
      frame = null;
    },
  };
}

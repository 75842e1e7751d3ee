import { useEffect, useState } from "react";
import { type Desk, desk, useDesk } from "./desk.ts";

/**
 * What is derived from the desk, as it was when the screen was last painted: what takes long to derive and may be shown a
 * moment later keeps nothing waiting. `derive` must be the same function as long as it derives the same.
 */
export function useDeskAfterPaint<Value>(derive: (state: Desk) => Value): Value {
  const [value, setValue] = useState(() => derive(desk()));
  useEffect(() => {
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => setValue(() => derive(desk()));
    const later = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      frame = requestAnimationFrame(() => {
        timer = setTimeout(show);
      });
    };
    later();
    const stop = useDesk.subscribe(later);
    return () => {
      stop();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [derive]);
  return value;
}

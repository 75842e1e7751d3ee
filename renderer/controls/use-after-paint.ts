import { useEffect, useState } from "react";

/** The value as it was when the screen was last painted: what is cheap to show goes first. Null is passed on at once. */
export function useAfterPaint<Value>(value: Value | null): Value | null {
  const [painted, setPainted] = useState(value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setPainted(value));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return value === null ? null : painted;
}

import { useEffect, useState } from "react";
import type { Matrix } from "../../annotations/review/matrix.ts";
import { desk, useDesk } from "./desk.ts";
import { knownMatrix, matrix } from "./selectors.ts";

/**
 * What is derived from the matrix, as it was when the screen was last painted: what takes long to derive and may be shown
 * a moment later keeps nothing waiting. Null while there is no matrix yet, as on opening a project. `derive` must be the
 * same function as long as it derives the same.
 */
export function useMatrixAfterPaint<Value>(derive: (matrix: Matrix) => Value): Value | null {
  const [value, setValue] = useState(() => {
    const known = knownMatrix(desk());
    return known ? derive(known) : null;
  });
  useEffect(() => {
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => setValue(() => derive(matrix(desk())));
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

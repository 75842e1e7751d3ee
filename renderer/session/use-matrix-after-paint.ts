import { useEffect } from "react";
import { create } from "zustand";
import type { Matrix } from "../../annotations/review/matrix.ts";
import { type Desk, desk, useDesk } from "./desk.ts";
import { matrix } from "./selectors.ts";

/** The matrix as it was when the screen was last painted, and of whose work on which project it is. */
const usePainted = create<{ readonly matrix: Matrix | null; readonly of: string }>(() => ({ matrix: null, of: "" }));

/**
 * What is derived from the matrix, as it was when the screen was last painted: what takes long to derive and may be shown a
 * moment later keeps nothing waiting. Null while there is no matrix yet, as on opening a project. `derive` must give the
 * very same for the same matrix.
 */
export function useMatrixAfterPaint<Value>(derive: (matrix: Matrix) => Value): Value | null {
  useEffect(follow, []);
  return usePainted((painted) => {
    return painted.matrix && painted.of === workOf(desk()) ? derive(painted.matrix) : null;
  });
}

function workOf({ project, analyst }: Pick<Desk, "project" | "analyst">): string {
  return `${project.file.id} ${analyst.id}`;
}

let isFollowing = false;
let isWaiting = false;

/** Derives the matrix after the next painting, and from then on after every change, once for all who show it. */
function follow(): void {
  if (!isFollowing) useDesk.subscribe(derivedLater);
  isFollowing = true;
  derivedLater();
}

function derivedLater(): void {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    setTimeout(() => {
      isWaiting = false;
      const state = desk();
      usePainted.setState({ matrix: matrix(state), of: workOf(state) });
    });
  });
}

import type { Stance } from "../model/stance.ts";
import type { MatrixRow } from "../review/matrix.ts";
import type { Line } from "./document.ts";
import type { Material } from "./material.ts";

/** The letters of the sources that take a stance on a claim, in brackets those that only quote it; a dash where none do. */
export function sourcesTaking({ letterOf }: Material, { stances }: MatrixRow, stance: Stance): Line {
  const letters = [...stances].flatMap(([id, cell]) => {
    if (cell.stance !== stance) return [];
    return [cell.voice === "own" ? letterOf(id) : `(${letterOf(id)})`];
  });
  return [letters.join(", ") || "–"];
}

import type { TaggedMark } from "../../review/cell.ts";
import { type Layer, layerOf } from "../span.ts";
import { exactF1, overlapF1 } from "../span-f1.ts";

/** How the passages that two analysts have tagged for one claim in one source lie to each other; null where they are the same. */
export function placeDifference(
  a: readonly TaggedMark[],
  b: readonly TaggedMark[],
): "apart" | "partly" | "boundaries" | null {
  const [inA, inB] = [layer(a), layer(b)];
  const overlap = overlapF1(inA, inB);
  if (overlap.kind === "undefined") return null;
  if (overlap.value === 0) return "apart";
  if (overlap.value < 1) return "partly";
  const exact = exactF1(inA, inB);
  return exact.kind === "value" && exact.value === 1 ? null : "boundaries";
}

function layer(evidence: readonly TaggedMark[]): Layer {
  return layerOf(evidence.flatMap(({ mark }) => mark.ranges.map(({ start, end }) => ({ start, end, label: "" }))));
}

/** Whether two marks share a character. */
export function overlap(a: TaggedMark["mark"], b: TaggedMark["mark"]): boolean {
  return a.ranges.some((one) => b.ranges.some((other) => one.start < other.end && other.start < one.end));
}

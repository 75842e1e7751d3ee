import type { ClaimId, TagId } from "../model/id.ts";

/** What points at a claim: a tag, which has an id of its own, or a cell. */
export interface Pointer {
  readonly claimId: ClaimId;
  readonly id?: TagId;
}

/** How many pointers name a claim, and how many have a tag's id. What is not there counts 0. */
export interface PointerCount {
  readonly claims: Map<ClaimId, number>;
  readonly tags: Map<TagId, number>;
}

export function emptyCount(): PointerCount {
  return { claims: new Map(), tags: new Map() };
}

/** Counts pointers in (`by` 1) or out again (`by` -1). */
export function countIn({ claims, tags }: PointerCount, pointers: readonly Pointer[], by: 1 | -1): void {
  for (const { claimId, id } of pointers) {
    add(claims, claimId, by);
    if (id !== undefined) add(tags, id, by);
  }
}

function add<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

/** A name in a folder; `folder` is the number of the folder's node. */
export interface Entry {
  readonly folder: number;
  readonly name: string;
}

/** A change to what is in a file. */
export type ContentOperation =
  | {
      readonly kind: "write";
      readonly path: string;
      readonly node: number;
      readonly bytes: Uint8Array;
      readonly position: number;
    }
  | { readonly kind: "truncate"; readonly path: string; readonly node: number; readonly size: number };

/**
 * A call that changed files, or asked for a change to reach the disk, as it was carried out. `node` is the number of the
 * file or folder itself, which stays the same under every name; `path` tells people which it was.
 */
export type FileOperation =
  | ContentOperation
  | { readonly kind: "setMode"; readonly path: string; readonly node: number; readonly mode: number }
  | { readonly kind: "syncData" | "sync" | "syncFolder"; readonly path: string; readonly node: number }
  | { readonly kind: "create"; readonly path: string; readonly node: number; readonly at: Entry; readonly mode: number }
  | { readonly kind: "createFolder" | "link"; readonly path: string; readonly node: number; readonly at: Entry }
  | { readonly kind: "remove" | "removeFolder"; readonly path: string; readonly node: number; readonly at: Entry }
  | {
      readonly kind: "rename";
      readonly path: string;
      readonly node: number;
      readonly from: Entry;
      readonly at: Entry;
    };

/** What a file holds after changes, one after another. What lies between its end and a later write is zero. */
export function changed(bytes: Uint8Array, changes: readonly ContentOperation[]): Uint8Array {
  const result = resized(bytes, Math.max(bytes.length, ...changes.map(endOf)));
  let size = bytes.length;
  for (const change of changes) {
    if (change.kind === "write") result.set(change.bytes, change.position);
    else result.fill(0, change.size);
    size = change.kind === "write" ? Math.max(size, endOf(change)) : change.size;
  }
  return result.subarray(0, size);
}

/** The first `size` bytes, with zeros where there are not so many. */
export function resized(bytes: Uint8Array, size: number): Uint8Array {
  const result = new Uint8Array(size);
  result.set(bytes.subarray(0, size));
  return result;
}

function endOf(change: ContentOperation): number {
  return change.kind === "write" ? change.position + change.bytes.length : change.size;
}

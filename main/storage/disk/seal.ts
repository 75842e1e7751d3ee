import { createHash, webcrypto } from "node:crypto";
import { jsonPieces } from "./json-pieces.ts";

/** The last property of a sealed file and the end of its object. */
const LAST_LINES = /\n {2}"sha256": "([0-9a-f]{64})"\n\}\n?$/;
/** More than the last lines take, in bytes. */
const TAIL = 120;

/**
 * A value as indented JSON, with the SHA-256 of all lines above as its last line but one, so that a change by another
 * program is noticed: `head -n -2 FILE | sha256sum` gives the same digits. Comes in pieces; `tell` is given the digits
 * before the last one comes.
 */
export function* sealedJson(
  value: Readonly<Record<string, unknown>>,
  tell: (seal: string) => void = () => {},
): Generator<Uint8Array> {
  const hash = createHash("sha256");
  let former: string | null = null;
  for (const piece of jsonPieces(value)) {
    if (former !== null) yield hashed(former);
    former = piece;
  }
  // The last piece closes the object.
  yield hashed(",\n");
  const seal = hash.digest("hex");
  tell(seal);
  yield Buffer.from(`  "sha256": "${seal}"\n}\n`);

  function hashed(piece: string): Uint8Array {
    const bytes = Buffer.from(piece);
    hash.update(bytes);
    return bytes;
  }
}

/** Whether a file's seal fits its content; null when it has none. */
export async function sealFits(bytes: Uint8Array): Promise<boolean | null> {
  const tail = Buffer.from(bytes.subarray(-TAIL)).toString("latin1");
  const found = LAST_LINES.exec(tail);
  if (!found) return null;
  const content = bytes.subarray(0, bytes.length - (tail.length - found.index) + 1);
  // Off the main thread: a large file would hold it up.
  const digest = await webcrypto.subtle.digest("SHA-256", content);
  return Buffer.from(digest).toString("hex") === found[1];
}

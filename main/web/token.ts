import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** The header that carries the token with every call. */
export const TOKEN_HEADER = "x-parallax-token";

/** A fresh secret of 256 random bits, as text that needs no escaping in a URL. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether two secrets are the same, in a time that does not tell how much of them agrees. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

/** Hashes have one length, whatever a caller sends; `timingSafeEqual` needs that. */
function digest(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/**
 * The canonical form of a decoded text: one leading byte order mark dropped, CRLF and lone CR turned into LF, nothing
 * else changed, so that offsets are the offsets every other tool has for the file.
 */
export function canonicalText(decoded: string): string {
  const text = decoded.startsWith("\uFEFF") ? decoded.slice(1) : decoded;
  return text.replace(/\r\n?/g, "\n");
}

/** What an address may hold as it is (RFC 3986), but for apostrophes, which some readers of links end one at. */
const OTHER = /[^A-Za-z0-9\-._~:/?#[\]@!$&()*+,;=%]/gu;

/**
 * The address as a link may have it, all that RFC 3986 does not allow percent-encoded; null where it is no absolute address
 * of the web or of mail.
 */
export function linkTarget(address: string): string | null {
  const trimmed = address.trim();
  if (!/^(?:https?:\/\/|mailto:)\S+$/iu.test(trimmed)) return null;
  const wellFormed = trimmed.replace(/\p{Surrogate}/gu, "\ufffd");
  return wellFormed.replace(OTHER, (character) => (character === "'" ? "%27" : encodeURIComponent(character)));
}

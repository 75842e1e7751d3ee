/** Characters that some system does not take in a file name, and those that print nothing or turn the line around. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** File systems allow 255 bytes; an extension and a number have to fit too. */
const LONGEST = 120;

const encoder = new TextEncoder();

/** A file name, without extension, that reads like `wish` and is allowed on every system. */
export function safeFileName(wish: string): string {
  const cleaned = wish.replace(UNSAFE, " ").replace(/\s+/g, " ");
  const name = shortened(cleaned.trim()).replace(/^[.\s-]+|[.\s]+$/g, "");
  if (name === "") return "Parallax";
  return RESERVED.test(name) ? `${name} file` : name;
}

/** A name from outside as it may stand in a sentence: characters that would disturb it are shown by their number. */
export function shownName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}

function shortened(name: string): string {
  let bytes = 0;
  let kept = "";
  for (const character of name) {
    bytes += encoder.encode(character).length;
    if (bytes > LONGEST) break;
    kept += character;
  }
  return kept;
}

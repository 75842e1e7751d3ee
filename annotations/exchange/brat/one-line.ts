/** Characters that end a line, or that no line of brat's can hold. */
const CONTROL = /[\\\p{Cc}\u2028\u2029]/gu;

const SIGNS: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A text on one line: line ends, tabs, other control characters and backslashes are written with a backslash. */
export function onOneLine(text: string): string {
  return text.replace(CONTROL, (character) => SIGNS[character] ?? escaped(character));
}

/** The text that `onOneLine` wrote. */
export function fromOneLine(line: string): string {
  return line.replace(/\\(?:u([0-9a-f]{4})|([nrt\\]))/g, (whole, code: string | undefined) =>
    code === undefined ? (MEANT[whole] ?? whole) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** JSON on one line for programs that also end lines at characters that JSON lets stand. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(/[\x7f-\x9f\u2028\u2029]/g, escaped);
}

const MEANT: Readonly<Record<string, string>> = { "\\\\": "\\", "\\n": "\n", "\\r": "\r", "\\t": "\t" };

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

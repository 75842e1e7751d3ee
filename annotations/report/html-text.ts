/** Characters that no XML or HTML text may hold; they show that something was there. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones that are meant.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/** A text as it stands in HTML or SVG, between tags or in a quoted attribute: nothing in it is markup. */
export function htmlText(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, (character) => REFERENCES[character] ?? character);
}

/** A text without the characters that a file of text cannot hold. */
export function visible(text: string): string {
  return text.replace(CONTROLS, "\ufffd");
}

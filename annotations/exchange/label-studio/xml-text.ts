/** What XML 1.0 cannot hold, escaped or not. */
const NOT_XML = /(?![\t\n\r\x7f-\x9f])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** A text as XML can hold it: what it cannot is U+FFFD. */
export function xmlCharacters(text: string): string {
  return text.replace(NOT_XML, "\ufffd");
}

/** A text inside the quotation marks of an attribute. */
export function xmlAttribute(text: string): string {
  return xmlCharacters(text).replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

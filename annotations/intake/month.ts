/** Month names, January first, in the languages whose dates are read. */
const NAMES: readonly (readonly string[])[] = [
  ["january", "jan", "janvier", "janv", "januar", "jänner", "enero", "ene", "января", "январь", "يناير", "جانفي"],
  ["february", "feb", "février", "févr", "fév", "februar", "febrero", "февраля", "февраль", "فبراير", "فيفري"],
  ["march", "mar", "mars", "märz", "marzo", "марта", "март", "مارس"],
  ["april", "apr", "avril", "avr", "abril", "abr", "апреля", "апрель", "أبريل", "إبريل", "ابريل", "أفريل"],
  ["may", "mai", "mayo", "мая", "май", "مايو", "ماي"],
  ["june", "jun", "juin", "juni", "junio", "июня", "июнь", "يونيو", "جوان"],
  ["july", "jul", "juillet", "juil", "juli", "julio", "июля", "июль", "يوليو", "جويلية"],
  ["august", "aug", "août", "aout", "agosto", "ago", "августа", "август", "أغسطس", "اغسطس", "أوت"],
  ["september", "sept", "sep", "septembre", "septiembre", "сентября", "сентябрь", "سبتمبر"],
  ["october", "oct", "octobre", "oktober", "okt", "octubre", "октября", "октябрь", "أكتوبر", "اكتوبر"],
  ["november", "nov", "novembre", "noviembre", "ноября", "ноябрь", "نوفمبر"],
  ["december", "dec", "décembre", "déc", "dezember", "dez", "diciembre", "dic", "декабря", "декабрь", "ديسمبر"],
];

const NUMBERS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, i) => names.map((name) => [name, i + 1] as const)),
);

/** The English name of a month, 1 to 12. */
export function monthName(month: number): string {
  const name = NAMES[month - 1]?.[0] ?? "";
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** 1 to 12 for a month's name or its abbreviation in lower case, undefined for any other word. */
export function monthNumber(name: string): number | undefined {
  return NUMBERS.get(name.replace(/\.$/, ""));
}

/** The outlet that a line states: a copyright line, or where the article appeared first. Empty for any other line. */
export function outletOf(line: string): string {
  if (line.length > 300) return "";
  const name = (COPYRIGHT.exec(line)?.[1] ?? APPEARED.exec(line)?.[1] ?? "").replace(TAIL, "").trim();
  return name.length <= 100 && /\p{L}/u.test(name) && !AGENCY.test(name) ? name : "";
}

const COPYRIGHT = /^(?:copyright )?(?:©|\(c\)) ?(?:copyright )?\d{4}(?: ?[-–] ?\d{4})?,?(?: by)? (.+)$/i;
const APPEARED =
  /^(?:this|the) (?:article|piece|essay|story|text|post|report|op-ed) (?:was |has )?(?:first |originally )(?:been )?(?:appeared|published|posted|released) (?:in|on|by|at) (.+)$/i;

/** What follows the name: a date, a reservation, a licence, another sentence. */
const TAIL =
  /(?:[.|;·]| on \d| on \p{Lu}\p{L}+ \d|,? in \d{4}| and (?:is|was|has)\b|,? (?:with|under)\b|,? all rights\b).*$/iu;

/** Those who sell pictures publish no articles. */
const AGENCY = /\b(?:getty|shutterstock|istock)\b/i;

/** The URL that is all a line says, or the empty string. */
export function urlOf(line: string): string {
  return line.length <= 4_000 && /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(line) ? line : "";
}

/** The host that a line names, either in a URL or alone, without `www.`; else the empty string. */
export function hostOf(line: string): string {
  if (line.length > 4_000) return "";
  const host =
    /^(?:https?:\/\/|(?=[a-z0-9.-]+$))((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24})(?:[:/]\S*)?$/.exec(line)?.[1] ?? "";
  return host.replace(/^www\./, "");
}

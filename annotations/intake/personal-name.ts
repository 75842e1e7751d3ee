const PARTICLES = new Set(
  "al ap bar ben bin bint da dal de del della den der di do dos du el ibn la le ould st ten ter van vom von y zu".split(
    " ",
  ),
);

/** Words that make a capitalised phrase something other than a person. */
const NOT_A_NAME = new Set([
  ...["a", "an", "and", "the", "of", "in", "on", "for", "to", "with", "from", "by", "at", "is", "are", "or", "not"],
  ...["about", "agency", "agence", "association", "authors", "bank", "board", "bureau", "center", "centre", "chief"],
  ...["club", "college", "commission", "committee", "conclusion", "contact", "copyright", "council", "daily", "desk"],
  ...["editor", "editorial", "end", "fellow", "foundation", "further", "gazette", "government", "group", "guest"],
  ...["herald", "house", "human", "initiative", "institute", "international", "introduction", "journal", "junior"],
  ...["magazine", "ministry", "more", "nations", "network", "new", "news", "north", "office", "our", "party", "policy"],
  ...[
    "post",
    "press",
    "professor",
    "project",
    "radio",
    "read",
    "reading",
    "references",
    "report",
    "reporter",
    "review",
  ],
  ...["rights", "see", "senior", "service", "society", "sources", "south", "special", "staff", "states", "team"],
  ...["times", "today", "tribune", "trust", "union", "united", "university", "us", "watch", "weekly", "world"],
  ...["writer", "january", "february", "march", "april", "june", "july", "august", "september", "october"],
  ...["november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
]);

/**
 * Whether a phrase has the shape of a person's full name in a script with capitals: two to five words that begin with a
 * capital, perhaps with initials or particles such as "van" between them, and nothing that names an office or a house.
 */
export function isPersonalName(phrase: string): boolean {
  if (phrase.length > 60) return false;
  const words = phrase.split(" ");
  const first = words[0] ?? "";
  const last = words.at(-1) ?? "";
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.every((word) => CAPITALISED.test(word) || PARTICLES.has(word.toLowerCase())) &&
    CAPITALISED.test(first) &&
    CAPITALISED.test(last) &&
    !words.some((word) => NOT_A_NAME.has(word.toLowerCase()))
  );
}

const CAPITALISED = /^\p{Lu}(?:\.(?:\p{Lu}\.)*|[\p{L}\p{M}'’-]*)$/u;

/**
 * The columns of a table of marks by the names that people give them, in lower case and without anything but letters and
 * digits. The first name of each is the one that Parallax writes; of several columns with a name of the same list the one
 * whose name stands first is taken.
 */
const NAMES = {
  analyst: ["analyst", "coder", "annotator", "rater", "codedby", "createdby", "user"],
  analystId: ["analystid"],
  source: ["source", "document", "documentname", "doc", "article", "file", "filename"],
  sourceId: ["sourceid"],
  title: ["sourcetitle", "title", "articletitle", "documenttitle", "headline"],
  file: ["sourcefile", "originalname"],
  sha256: ["sourcesha256", "sha256"],
  outlet: ["outlet", "publication", "newspaper", "publisher"],
  author: ["author", "byline"],
  date: ["date", "published", "publicationdate"],
  url: ["url", "uri", "link", "address"],
  language: ["language", "lang"],
  claimUuid: ["claimuuid"],
  claim: ["claimid", "label", "code", "codename", "category", "tag"],
  claimText: ["claim", "claimtext", "statement"],
  stance: ["stance", "position"],
  voice: ["voice"],
  speaker: ["speaker", "saidby"],
  attitude: ["attitude"],
  certainty: ["certainty"],
  confidence: ["confidence"],
  valueWords: ["value"],
  valueKind: ["valuekind"],
  valueMeans: ["valuemeans"],
  valueLeast: ["valueleast"],
  valueMost: ["valuemost"],
  valueUnit: ["valueunit"],
  valueLeastExcluded: ["valueleastexcluded"],
  valueMostExcluded: ["valuemostexcluded"],
  valueApproximate: ["valueapproximate"],
  note: ["note", "comment", "memo", "remark"],
  markNote: ["marknote"],
  toDiscuss: ["todiscuss"],
  cellNote: ["cellnote"],
  piece: ["piece"],
  start: ["start", "begin", "startoffset", "startposition", "from", "beginning"],
  end: ["end", "endoffset", "endposition", "stop"],
  quote: ["quote", "quotation", "exact", "segment", "codedsegment", "passage", "excerpt", "selectedtext", "text"],
  prefix: ["prefix", "before"],
  suffix: ["suffix", "after"],
  createdAt: ["createdat", "created", "timestamp"],
  markId: ["markid"],
  tagId: ["tagid"],
} as const;

/** Something that a column of a table of marks says. */
export type CsvColumn = keyof typeof NAMES;

/** Where each column of a table stands. */
export type CsvColumns = ReadonlyMap<CsvColumn, number>;

/** The columns that a header has. Names are compared without regard to case, blanks, hyphens and the like. */
export function csvColumns(header: readonly string[]): CsvColumns {
  const places = new Map<string, number>();
  for (const [i, name] of header.entries()) {
    const key = name.toLowerCase().replace(/[^\p{L}\p{Nd}]/gu, "");
    if (!places.has(key)) places.set(key, i);
  }
  const columns = new Map<CsvColumn, number>();
  for (const [column, names] of Object.entries(NAMES)) {
    const found = names.find((name) => places.has(name));
    const place = found === undefined ? undefined : places.get(found);
    if (place !== undefined && isColumn(column)) columns.set(column, place);
  }
  // A single column named “claim” is what others call a label.
  const only = columns.get("claimText");
  if (only !== undefined && !columns.has("claim")) columns.set("claim", only).delete("claimText");
  return columns;
}

/** What a table of marks needs and these columns do not have, in words; null where they suffice. */
export function lackOf(columns: CsvColumns): string | null {
  const hasAny = (...wanted: CsvColumn[]) => wanted.some((column) => columns.has(column));
  if (!hasAny("source", "sourceId", "title", "file", "url")) return "the article (“source_title” or “source”)";
  if (!hasAny("claim", "stance")) return "the claim (“claim_id” or “label”)";
  const hasPlace = columns.has("quote") || (columns.has("start") && columns.has("end"));
  return hasPlace ? null : "the place (“start” and “end”, or “quote”)";
}

function isColumn(name: string): name is CsvColumn {
  return Object.hasOwn(NAMES, name);
}

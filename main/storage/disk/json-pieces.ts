/** How many entries of a list go into one piece. */
const ENTRIES = 200;

/**
 * The text of `JSON.stringify(value, null, 2)` in pieces, for a value whose own lists may be long: each piece holds some
 * entries of one of them, so that nobody has to wait for the whole, or to keep it.
 */
export function* jsonPieces(value: Readonly<Record<string, unknown>>): Generator<string> {
  let opening = "{\n";
  for (const [key, inner] of Object.entries(value)) {
    // What `JSON.stringify` leaves out.
    if (inner === undefined) continue;
    yield `${opening}  ${JSON.stringify(key)}: `;
    yield* Array.isArray(inner) ? listPieces(inner) : [indented(inner, "  ")];
    opening = ",\n";
  }
  yield opening === "{\n" ? "{}" : "\n}";
}

function* listPieces(list: readonly unknown[]): Generator<string> {
  if (list.length === 0) {
    yield "[]";
    return;
  }
  for (let start = 0; start < list.length; start += ENTRIES) {
    const entries = list.slice(start, start + ENTRIES).map((entry) => `    ${indented(entry ?? null, "    ")}`);
    yield `${start === 0 ? "[" : ","}\n${entries.join(",\n")}`;
  }
  yield "\n  ]";
}

/** Line ends inside strings are escaped, so that all that are there are the layout's own. */
function indented(value: unknown, by: string): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${by}`);
}

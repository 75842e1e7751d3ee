/** What a JSON text may hold at most. Deep or huge values that parse would poison a later `JSON.stringify`. */
export interface JsonLimits {
  readonly depth: number;
  readonly nodes: number;
}

export const JSON_LIMITS: JsonLimits = { depth: 64, nodes: 1_000_000 };

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string };

const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** Parses JSON that somebody else wrote: refuses bad syntax, prototype keys, and values beyond `limits`, each with a reason. */
export function parseJson(text: string, limits: JsonLimits = JSON_LIMITS): ParsedJson {
  try {
    const value: unknown = JSON.parse(text);
    const reason = objection(value, limits);
    return reason === null ? { ok: true, value } : { ok: false, reason };
  } catch (error) {
    const where = faultPlace(text, error instanceof Error ? error.message : "");
    return { ok: false, reason: `it is not valid JSON${where === "" ? "" : ` (${where})`}` };
  }
}

/** Where the parser stopped, as far as its message tells. The message itself quotes the text, so nobody is shown it. */
function faultPlace(text: string, message: string): string {
  if (message === "Unexpected end of JSON input") return "it ends too early";
  const at = /JSON at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(message)?.[1];
  if (at !== undefined) return lineAndColumn(text, Number(at));
  // The quote begins ten characters before the fault, or with the text.
  const [, cut, quote = ""] =
    /^Unexpected token .*?, (\.{3})?"(.*)"(?:\.{3})? is not valid JSON$/su.exec(message) ?? [];
  const start = text.indexOf(quote);
  if (cut === undefined || start === -1 || text.indexOf(quote, start + 1) !== -1) return "";
  return lineAndColumn(text, start + 10);
}

function lineAndColumn(text: string, position: number): string {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end !== -1 && end < position; end = text.indexOf("\n", start)) {
    line++;
    start = end + 1;
  }
  return `line ${line}, column ${position - start + 1}`;
}

/** Why a parsed value must be refused, or null. Iterative, since depth is what it guards against. */
function objection(root: unknown, limits: JsonLimits): string | null {
  let nodes = 1;
  const queue: { readonly value: object; readonly depth: number }[] = [];
  const met = (value: unknown, depth: number): string | null => {
    if (typeof value === "number" && !Number.isFinite(value)) return "it holds a number too large to keep";
    if (typeof value === "object" && value !== null) queue.push({ value, depth });
    return null;
  };
  const reason = met(root, 1);
  if (reason !== null) return reason;
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { value, depth } = next;
    if (depth > limits.depth) return `it is nested more than ${limits.depth} levels deep`;
    const entries = Array.isArray(value) ? value : Object.keys(value);
    // All that is inside counts before any of it is looked at, so that a huge value costs no more than its parsing.
    nodes += entries.length;
    if (nodes > limits.nodes) return `it holds more than ${limits.nodes} values`;
    const forbidden = entries === value ? undefined : entries.find((key) => FORBIDDEN_KEYS.has(key));
    if (forbidden !== undefined) return `it uses the forbidden key "${forbidden}"`;
    for (const inner of entries === value ? entries : Object.values(value)) {
      const found = met(inner, depth + 1);
      if (found !== null) return found;
    }
  }
  return null;
}

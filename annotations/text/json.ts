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
    return { ok: false, reason: `it is not valid JSON (${error instanceof Error ? error.message : String(error)})` };
  }
}

/** Why a parsed value must be refused, or null. Iterative, since depth is what it guards against. */
function objection(root: unknown, limits: JsonLimits): string | null {
  let nodes = 0;
  const queue: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 1 }];
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (++nodes > limits.nodes) return `it holds more than ${limits.nodes} values`;
    if (typeof next.value === "number" && !Number.isFinite(next.value)) return "it holds a number too large to keep";
    if (typeof next.value !== "object" || next.value === null) continue;
    if (next.depth > limits.depth) return `it is nested more than ${limits.depth} levels deep`;
    for (const [key, value] of Object.entries(next.value)) {
      if (!Array.isArray(next.value) && FORBIDDEN_KEYS.has(key)) return `it uses the forbidden key "${key}"`;
      queue.push({ value, depth: next.depth + 1 });
    }
  }
  return null;
}

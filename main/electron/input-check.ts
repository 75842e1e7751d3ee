import { JSON_LIMITS } from "../../annotations/text/json.ts";

/** The most that one call may carry, over everything in it. */
export interface InputLimits {
  /** UTF-16 units in all strings and keys together. */
  readonly characters: number;
  readonly values: number;
  readonly depth: number;
}

/** Limits for an input of as many characters, with the depth and the number of values that any JSON here may have. */
export function inputLimits(characters: number): InputLimits {
  return { characters, values: JSON_LIMITS.nodes, depth: JSON_LIMITS.depth };
}

/**
 * Whether `input` is a JSON value within the limits. Messages between processes can also hold cycles, maps, dates or
 * binary data; nothing but plain objects and arrays passes. Iterative, since depth is one of the limits.
 */
export function checkInput(input: unknown, limits: InputLimits): "fits" | "too-large" | "not-json" {
  let characters = 0;
  let values = 0;
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: input, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (!isJson(value)) return "not-json";
    values += 1;
    characters += ownCharacters(value);
    if (typeof value === "object" && value !== null) {
      if (depth === limits.depth) return "too-large";
      for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 });
    }
    if (characters > limits.characters || values + waiting.length > limits.values) return "too-large";
  }
  return "fits";
}

function isJson(value: unknown): boolean {
  if (typeof value !== "object")
    return typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
  return value === null || Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

/** The characters of a string, or of an object's keys. */
function ownCharacters(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return 0;
  return Object.keys(value).reduce((sum, key) => sum + key.length, 0);
}

/** Every term that any text has had, by its number. They stay as long as the program runs: texts share most of them. */
const keys: string[] = [];
const numbers = new Map<string, number>();

/** A number that stands for a term, from 0: the same for the same key, however often and wherever it is read. */
export function termNumber(key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, keys.length);
  return keys.push(key) - 1;
}

/** The key for which a number stands; empty for a number that stands for none. */
export function termKey(number: number): string {
  return keys[number] ?? "";
}

/** How many numbers stand for terms. */
export function termCount(): number {
  return keys.length;
}

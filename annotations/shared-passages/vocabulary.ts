/**
 * Gives every distinct word a number, by which words are compared, and a hash. The numbers depend on which words came
 * first; the hashes on nothing but the letters.
 */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #hashes: number[] = [];

  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const made = this.#hashes.push(hashOf(word)) - 1;
    this.#numbers.set(word, made);
    return made;
  }

  /** The hash of the word with this number, in 32 bits. */
  hash(number: number): number {
    return this.#hashes[number] ?? 0;
  }
}

/** FNV-1a (Fowler, Noll & Vo) over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

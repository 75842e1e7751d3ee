/** How a source is called where its name is too long, by its place in the order of the columns: A, B … Z, AA, AB … */
export function sourceLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : sourceLetter(Math.floor(index / 26) - 1) + last;
}

/** So many characters of what a file is about stand in its name. */
const LONGEST = 48;

/**
 * File names without extension, one for each wish, in lower-case ASCII and different from each other on every system: a
 * number, and what of the wish can be written so.
 */
export function fileNames(wishes: readonly string[]): readonly string[] {
  const width = String(wishes.length).length;
  return wishes.map((wish, i) => {
    const words =
      wish
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .slice(0, 200)
        .match(/[a-z0-9]+/g) ?? [];
    const name = words.join("-").slice(0, LONGEST).replace(/-$/, "");
    return [String(i + 1).padStart(Math.max(2, width), "0"), name].filter(Boolean).join("-");
  });
}

/** What a sticky pattern finds at exactly `at` (UTF-16) of a text, or null. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

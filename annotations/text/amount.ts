/** A number with its noun, in the singular where it is one. */
export function amount(number: number, one: string, many: string = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

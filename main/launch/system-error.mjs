/**
 * Whether an error is the system's error of that name, such as ENOENT.
 * @param {unknown} error
 * @param {string} code
 */
export function hasCode(error, code) {
  return error instanceof Error && "code" in error && error.code === code;
}

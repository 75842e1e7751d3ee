/** The longest that what waits for a painting waits, in milliseconds: a window that is not seen draws no frames. */
const LONGEST = 100;

/** Settles once the screen has been painted with what is on it now. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST);
  });
}

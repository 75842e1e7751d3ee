/** The average width of a character of the reading face as a share of its size. */
const CHARACTER_WIDTH = 0.46;

/**
 * Tells the style sheet how many characters of a text stand in a line, from which it estimates the height of what is not
 * laid out yet, whenever the text's width changes; until the returned function is called.
 */
export function followLineLength(element: HTMLElement): () => void {
  const observer = new ResizeObserver(([entry]) => {
    const width = entry?.contentRect.width ?? 0;
    if (width === 0) return;
    const characters = width / (Number.parseFloat(getComputedStyle(element).fontSize) * CHARACTER_WIDTH);
    element.style.setProperty("--line-characters", String(Math.max(1, Math.round(characters))));
  });
  observer.observe(element);
  return () => observer.disconnect();
}

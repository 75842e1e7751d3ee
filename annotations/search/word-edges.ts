const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** Tells whether stretches of `text` (UTF-16 indices) begin and end where words do (Unicode Annex 29). */
export function wordEdges(text: string): (start: number, end: number) => boolean {
  const segments = words.segment(text);
  const isEdge = (index: number) => index === text.length || segments.containing(index)?.index === index;
  return (start, end) => isEdge(start) && isEdge(end);
}

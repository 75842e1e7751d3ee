import type { ListedMark } from "../../annotations/mark-list/facets.ts";
import type { Source } from "../../annotations/model/source.ts";

/** A line of the list: an article, or a mark in it. */
export type ListLine =
  | { readonly key: string; readonly kind: "source"; readonly source: Source; readonly count: number }
  | { readonly key: string; readonly kind: "mark"; readonly listed: ListedMark };

/** The marks below their articles, in the order of `sources`; marks of other sources are left out. */
export function listLines(sources: readonly Source[], marks: readonly ListedMark[]): readonly ListLine[] {
  const bySource = new Map<string, ListedMark[]>();
  for (const listed of marks) {
    const group = bySource.get(listed.mark.sourceId);
    if (group) group.push(listed);
    else bySource.set(listed.mark.sourceId, [listed]);
  }
  return sources.flatMap((source): readonly ListLine[] => {
    const group = bySource.get(source.id);
    if (!group) return [];
    return [
      { key: source.id, kind: "source", source, count: group.length },
      ...group.map((listed): ListLine => ({ key: listed.mark.id, kind: "mark", listed })),
    ];
  });
}

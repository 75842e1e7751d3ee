import { pairKey, pairOf } from "../../model/origin-verdict.ts";
import type { ReadCell, ReadOrigin, ReadProgress } from "./read-annotations.ts";
import { isOwner, isWanted, type ReadingGround, sourceHere } from "./reading-ground.ts";
import { type Saying, type Weighed, weighed } from "./weighed.ts";

/** What files say of cells, each item either a finding of silence or a note. */
export function plannedCells(ground: ReadingGround): Weighed<ReadCell> {
  const { read, choices, set } = ground;
  const here = new Map<string, object>();
  for (const cell of set?.cells ?? []) here.set(`state ${cell.claimId} ${cell.sourceId}`, cell);
  for (const note of set?.cellNotes ?? []) here.set(`note ${note.claimId} ${note.sourceId}`, note);
  const described = new Set(read.claims.map(({ key }) => key));
  return weighed(
    read.cells.filter(({ analyst }) => isWanted(analyst, choices)).flatMap(halves),
    here,
    (cell): Saying | null => {
      const source = sourceHere(ground, cell.source);
      if (!source || !described.has(cell.claim)) return null;
      const claim = ground.claims.get(cell.claim) ?? `new ${cell.claim}`;
      const said = { state: cell.state, text: cell.note, at: cell.foundAt, ...cell.more };
      return { key: `${cell.state === undefined ? "note" : "state"} ${claim} ${source.id}`, said };
    },
  );
}

/** The finding and the note of a cell apart, since one may be here and the other not. */
function halves(cell: ReadCell): readonly ReadCell[] {
  const { state, note, ...rest } = cell;
  if (state === undefined || note === undefined) return state === undefined && !note ? [] : [cell];
  return [{ ...rest, state }, ...(note === "" ? [] : [{ ...rest, note }])];
}

/** What files say of articles that have wording in common. */
export function plannedOrigins(ground: ReadingGround): Weighed<ReadOrigin> {
  const { read, choices, set } = ground;
  const here = new Map(set?.originVerdicts?.map((verdict) => [pairKey(verdict), verdict]));
  return weighed(
    read.origins.filter(({ analyst }) => isWanted(analyst, choices)),
    here,
    (origin): Saying | null => {
      const [one, other] = origin.sources.map((key) => sourceHere(ground, key)?.id);
      if (!one || !other || one === other) return null;
      return {
        key: pairKey(pairOf(one, other)),
        said: { verdict: origin.verdict, at: origin.foundAt, ...origin.more },
      };
    },
  );
}

/**
 * What files say of how far the owner of the set has come, and how many such words are of somebody else: nobody is done, or
 * has seen others' work, because another person is or has. Of two times of being done the later one counts, of two reveals
 * the earlier one, as everywhere.
 */
export function plannedProgress(ground: ReadingGround): Weighed<ReadProgress> & { readonly ofOthers: number } {
  const { read, choices, set } = ground;
  const owners = new Set(read.analysts.filter((one) => isOwner(ground, one)).map(({ key }) => key));
  const wanted = read.progress.filter(({ analyst }) => isWanted(analyst, choices));
  const own = wanted.filter(({ analyst }) => owners.has(analyst));
  const here = new Map<string, { readonly at: string }>();
  for (const done of set?.done ?? []) here.set(`done ${done.sourceId}`, done);
  for (const reveal of set?.reveals ?? []) here.set(`reveal ${reveal.sourceId}`, reveal);
  const keyOf = ({ kind, source }: ReadProgress) => `${kind} ${sourceHere(ground, source)?.id}`;
  const decided = own.filter((item) => {
    const there = here.get(keyOf(item));
    const apart = there ? Date.parse(item.reachedAt) - Date.parse(there.at) : 0;
    return item.kind === "done" ? apart > 0 : apart < 0;
  });
  const rest = own.filter((item) => !decided.includes(item));
  const found = weighed(rest, here, (item): Saying | null =>
    sourceHere(ground, item.source) ? { key: keyOf(item), said: { at: item.reachedAt, ...item.more } } : null,
  );
  return { ...found, fresh: [...found.fresh, ...decided], ofOthers: wanted.length - own.length };
}

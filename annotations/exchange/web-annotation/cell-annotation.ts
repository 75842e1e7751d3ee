import type { AnnotationSet } from "../../model/annotation-set.ts";
import type { CellState } from "../../model/cell-state.ts";
import type { ClaimId, SourceId } from "../../model/id.ts";
import { uuidIri } from "./iri.ts";
import { creatorOf, textualBody } from "./mark-annotation.ts";
import type { Places } from "./places.ts";

interface Cell {
  readonly claimId: ClaimId;
  readonly sourceId: SourceId;
  readonly state?: CellState["state"];
  readonly note?: string;
  readonly at: string;
}

/** One annotation of the whole article for each cell of which something was found or noted. */
export function* cellAnnotations(set: AnnotationSet, { claims, iris }: Places): Generator<object> {
  for (const { claimId, sourceId, state, note, at } of cellsOf(set)) {
    const iri = iris.get(sourceId);
    const label = claims.get(claimId)?.displayLabel;
    if (iri === undefined || label === undefined) continue;
    yield {
      id: `${uuidIri(set.analyst.id)}#cell-${claimId}-${sourceId}`,
      type: "Annotation",
      motivation: "assessing",
      body: [
        ...(state
          ? [textualBody("assessing", `${label}: ${state === "not-mentioned" ? "not mentioned" : "not applicable"}`)]
          : []),
        ...(note === undefined ? [] : [textualBody("commenting", note)]),
      ],
      ...{ created: at, creator: creatorOf(set), target: iri, claim: uuidIri(claimId), finding: state, cellNote: note },
    };
  }
}

/** What is found and what is noted, each cell once. */
function cellsOf({ cells, cellNotes = [] }: AnnotationSet): Iterable<Cell> {
  const found = new Map<string, Cell>();
  for (const { claimId, sourceId, state, at } of cells) {
    found.set(`${claimId} ${sourceId}`, { claimId, sourceId, state, at });
  }
  for (const { claimId, sourceId, text, at } of cellNotes) {
    const key = `${claimId} ${sourceId}`;
    found.set(key, { claimId, sourceId, at, ...found.get(key), note: text });
  }
  return found.values();
}

import { useId } from "react";
import type { ClaimNode } from "../../annotations/model/claim-tree.ts";
import type { ClaimId } from "../../annotations/model/id.ts";

interface Props {
  readonly label: string;
  /** What the choice of no claim is called. */
  readonly none: string;
  readonly nodes: readonly ClaimNode[];
  readonly value: ClaimId | null;
  onChoose(id: ClaimId | null): void;
}

/** How much of a claim's wording a line of the list shows, in characters. */
const SHOWN = 80;

/** One of the claims, as a labelled line of a form; parts stand indented below their claim. */
export function ClaimSelect({ label, none, nodes, value, onChoose }: Props) {
  const id = useId();
  return (
    <div className="claim-select">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ""}
        onChange={(event) => onChoose(nodes.find(({ claim }) => claim.id === event.target.value)?.claim.id ?? null)}
      >
        <option value="">{none}</option>
        {nodes.map(({ claim, level }) => (
          <option key={claim.id} value={claim.id}>
            {`${"\u2003".repeat(level - 1)}${claim.displayLabel} ${claim.text.slice(0, SHOWN)}`}
          </option>
        ))}
      </select>
    </div>
  );
}

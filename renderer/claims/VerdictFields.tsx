import { useId, useState } from "react";
import { VERDICT_LENGTHS, VERDICT_SCALE } from "../../annotations/model/verdict.ts";
import type { VerdictDraft } from "./verdict-draft.ts";

interface Props {
  readonly draft: VerdictDraft;
  change(draft: VerdictDraft): void;
}

/** What the analyst found of the claim's truth; folded away until somebody wants to say so. */
export function VerdictFields({ draft, change }: Props) {
  const id = useId();
  // What is emptied while somebody writes must not fold away under their hands.
  const [open] = useState(draft.rating !== "");
  const set = (more: Partial<VerdictDraft>) => change({ ...draft, ...more });
  return (
    <details className="claim-verdict" open={open}>
      <summary>Verdict</summary>
      <div className="stack">
        <div className="pair">
          <div className="claim-select">
            <label htmlFor={`${id}-rating`}>In words, for example “Half true”</label>
            <input
              id={`${id}-rating`}
              type="text"
              dir="auto"
              maxLength={VERDICT_LENGTHS.rating}
              value={draft.rating}
              onChange={(event) => set({ rating: event.target.value })}
            />
          </div>
          <Scale draft={draft} change={set} />
        </div>
        <label htmlFor={`${id}-explanation`}>Why</label>
        <textarea
          id={`${id}-explanation`}
          rows={2}
          dir="auto"
          maxLength={VERDICT_LENGTHS.explanation}
          value={draft.explanation}
          onChange={(event) => set({ explanation: event.target.value })}
        />
        <label htmlFor={`${id}-url`}>Address of the published review</label>
        <input
          id={`${id}-url`}
          type="text"
          inputMode="url"
          pattern="https?://\S+"
          title="An address begins with https:// or http://"
          maxLength={VERDICT_LENGTHS.url}
          value={draft.url}
          onChange={(event) => set({ url: event.target.value })}
        />
      </div>
    </details>
  );
}

const NUMBERS = Array.from({ length: VERDICT_SCALE.best }, (_, i) => String(i + VERDICT_SCALE.worst));

const ENDS = new Map([
  [String(VERDICT_SCALE.worst), "false"],
  [String(VERDICT_SCALE.best), "true"],
]);

function Scale({ draft, change }: { readonly draft: VerdictDraft; change(more: Partial<VerdictDraft>): void }) {
  const id = useId();
  return (
    <div className="claim-select">
      <label htmlFor={id}>As a number</label>
      <select id={id} value={draft.value} onChange={(event) => change({ value: event.target.value })}>
        <option value="">none</option>
        {NUMBERS.map((number) => (
          <option key={number} value={number}>
            {ENDS.has(number) ? `${number}, ${ENDS.get(number)}` : number}
          </option>
        ))}
      </select>
    </div>
  );
}

import { type FormEvent, useMemo, useState } from "react";
import { type ClaimMerge, claimMerge, placesOf } from "../../annotations/commands/claim-surgery.ts";
import type { ListedClaim } from "../../annotations/model/claim-list.ts";
import type { ClaimId } from "../../annotations/model/id.ts";
import { amount } from "../controls/amount.ts";
import { closeDialog, Modal } from "../controls/Modal.tsx";
import { blindCount, visibleProject } from "../session/blindness.ts";
import { perform, stamp } from "../session/changes.ts";
import { type Desk, setDesk, useDesk } from "../session/desk.ts";
import { claimOf, claimTreeOf, isReadOnly, ownSet } from "../session/selectors.ts";
import { ClaimSelect } from "./ClaimSelect.tsx";

/** Merges a claim into another one, and says before what becomes of its tags and cells. */
export function MergeDialog({ claimId }: { readonly claimId: ClaimId }) {
  const gone = useDesk((state) => claimOf(state, claimId));
  return (
    <Modal title={`Merge ${gone?.displayLabel ?? "claim"} into another claim`} changes>
      {gone && <MergeForm gone={gone} />}
    </Modal>
  );
}

function MergeForm({ gone }: { readonly gone: ListedClaim }) {
  const tree = useDesk(claimTreeOf);
  const set = useDesk(ownSet);
  const readOnly = useDesk(isReadOnly);
  const [into, setInto] = useState<ClaimId | null>(null);
  const kept = into === null ? undefined : tree.nodes.get(into)?.claim;
  const merge = useMemo(() => kept && set && claimMerge(tree, set, gone, kept, stamp()), [tree, set, gone, kept]);
  const others = useDesk((state) => othersWith(state, gone.id));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!kept || !merge || !perform("merging two claims", ...merge.commands)) return;
    setDesk({ activeClaim: kept.id });
    closeDialog();
  };
  const choices = [...tree.nodes.values()].filter(({ claim }) => claim.id !== gone.id);
  return (
    <form className="stack" onSubmit={submit}>
      <p dir="auto">
        <span className="claim-label">{gone.displayLabel}</span> {gone.text}
      </p>
      <ClaimSelect label="Merge into" none="choose a claim" nodes={choices} value={into} onChoose={setInto} />
      <div role="status">{kept && merge && <Preview gone={gone} kept={kept} merge={merge} others={others} />}</div>
      <div className="modal-actions">
        <span className="grow" />
        <button type="button" onClick={closeDialog}>
          Cancel
        </button>
        <button type="submit" className="primary" disabled={readOnly || !merge}>
          Merge
        </button>
      </div>
    </form>
  );
}

interface PreviewProps {
  readonly gone: ListedClaim;
  readonly kept: ListedClaim;
  readonly merge: ClaimMerge;
  /** Who else tags something with the claim that goes, in words. */
  readonly others: string;
}

function Preview({ gone, kept, merge, others }: PreviewProps) {
  const isBlind = useDesk((state) => blindCount(state) > 0);
  const { moved, marks, doubled, cells, notes } = merge;
  const from = gone.displayLabel;
  const to = kept.displayLabel;
  const lines = [
    moved + doubled === 0
      ? `You have no tag with ${from}.`
      : `${amount(moved, "tag")} of yours on ${amount(marks, "mark")} ${moved === 1 ? "goes" : "go"} over to ${to}.`,
    doubled > 0 &&
      `${amount(doubled, "tag")} would say twice what ${to} says at the same mark, and ${doubled === 1 ? "is" : "are"} left out.`,
    cells.moved > 0 && `${amount(cells.moved, "finding")} of silence ${cells.moved === 1 ? "goes" : "go"} over.`,
    cells.same > 0 &&
      `${amount(cells.same, "finding")} of silence ${cells.same === 1 ? "is" : "are"} the same in both.`,
    cells.conflicting > 0 && `${amount(cells.conflicting, "cell")} differ: what you found for ${to} stays.`,
    notes > 0 && `${amount(notes, "note")} on cells ${notes === 1 ? "goes" : "go"} over.`,
    `${from} and its wording become aliases of ${to}; its parts become parts of ${to}.`,
    others === "" && isBlind && `Tags of others with ${from}, if there are any, stay with it.`,
    others !== "" &&
      `${others}: these tags are not yours. They stay with ${from}, which stays in the list until they are moved too.`,
  ];
  return <ul className="effects">{lines.map((line) => line && <li key={line}>{line}</li>)}</ul>;
}

/** `1 tag`, `2 tags`. */

function othersWith(state: Desk, claim: ClaimId): string {
  return visibleProject(state)
    .sets.filter((set) => set.analyst.id !== state.analyst.id)
    .map((set) => ({ name: set.analyst.name, tags: placesOf(set, claim).length }))
    .filter(({ tags }) => tags > 0)
    .map(({ name, tags }) => `${name} has ${amount(tags, "tag")}`)
    .join(", ");
}

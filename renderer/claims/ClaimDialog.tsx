import { type FormEvent, useId, useState } from "react";
import type { SimpleCommand } from "../../annotations/commands/command.ts";
import { CLAIM_LENGTHS, type Claim, ClaimLabel } from "../../annotations/model/claim.ts";
import { type ListedClaim, revisionOf } from "../../annotations/model/claim-list.ts";
import type { ClaimId } from "../../annotations/model/id.ts";
import { closeDialog, Modal } from "../controls/Modal.tsx";
import { newClaim } from "../marks/marking.ts";
import { blindCount, visibleProject } from "../session/blindness.ts";
import { perform, stamp } from "../session/changes.ts";
import { type Desk, desk, setDesk, useDesk } from "../session/desk.ts";
import { claimOf, claimsOf, isReadOnly, ownSet } from "../session/selectors.ts";
import { ClaimFields } from "./ClaimFields.tsx";
import { type ClaimDraft, drafted, draftOf, withAlias } from "./claim-draft.ts";
import { NearClaims } from "./NearClaims.tsx";

/** Makes, rewords, renames or deletes a claim. */
export function ClaimDialog({ claimId }: { readonly claimId: ClaimId | null }) {
  const claim = useDesk((state) => (claimId ? claimOf(state, claimId) : undefined));
  return (
    <Modal title={claim ? `Claim ${claim.displayLabel}` : "New claim"} changes>
      <ClaimForm claim={claim} />
    </Modal>
  );
}

function ClaimForm({ claim }: { readonly claim: ListedClaim | undefined }) {
  const id = useId();
  const [draft, setDraft] = useState(() => draftOf(claim));
  const [keepLabel, setKeepLabel] = useState(true);
  const problem = useDesk((state) => problemWith(state, claim, draft.label));
  const readOnly = useDesk(isReadOnly);
  const change = (more: Partial<ClaimDraft>) => setDraft({ ...draft, ...more });
  const renamed = claim !== undefined && draft.label !== claim.label && problem === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save(claim, renamed && keepLabel ? withAlias(draft, claim.label) : draft)) closeDialog();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <label htmlFor={`${id}-text`}>What it says: one dated, checkable statement in neutral words</label>
      <textarea
        id={`${id}-text`}
        rows={3}
        dir="auto"
        maxLength={CLAIM_LENGTHS.text}
        value={draft.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <NearClaims text={draft.text} except={claim} />
      <label htmlFor={`${id}-label`}>Claim ID</label>
      <input
        id={`${id}-label`}
        type="text"
        className="short"
        maxLength={CLAIM_LENGTHS.label}
        value={draft.label}
        aria-invalid={problem !== null}
        onChange={(event) => change({ label: event.target.value })}
      />
      {problem !== null && <p className="problem">{problem}</p>}
      {renamed && (
        <label className="check">
          <input type="checkbox" checked={keepLabel} onChange={(event) => setKeepLabel(event.target.checked)} />
          {claim.label} stays an alias, so that it still finds the claim
        </label>
      )}
      <ClaimFields claim={claim} draft={draft} change={change} />
      <div className="modal-actions">
        {claim && <DeleteClaim claim={claim} />}
        {claim && <SurgeryButtons claim={claim} />}
        <span className="grow" />
        <button type="button" onClick={closeDialog}>
          Cancel
        </button>
        <button type="submit" className="primary" disabled={readOnly || draft.text.trim() === "" || problem !== null}>
          {claim ? "Save" : "Add claim"}
        </button>
      </div>
    </form>
  );
}

/** The ways to merge and split; what is typed here and not saved is left. */
function SurgeryButtons({ claim }: { readonly claim: ListedClaim }) {
  const readOnly = useDesk(isReadOnly);
  return (
    <>
      <button
        type="button"
        disabled={readOnly}
        onClick={() => setDesk({ dialog: { kind: "merge-claims", claimId: claim.id } })}
      >
        Merge…
      </button>
      <button
        type="button"
        disabled={readOnly}
        onClick={() => setDesk({ dialog: { kind: "split-claim", claimId: claim.id } })}
      >
        Split…
      </button>
    </>
  );
}

function problemWith(state: Desk, claim: ListedClaim | undefined, label: string): string | null {
  if (!ClaimLabel.safeParse(label).success) return "A claim ID has 1 to 24 characters and no blanks, for example C7.";
  const other = claimsOf(state).find((candidate) => candidate.label === label && candidate.id !== claim?.id);
  return other ? `${label} is taken: “${other.text}”.` : null;
}

/** Whether the claim could be kept as it was written. */
function save(claim: ListedClaim | undefined, draft: ClaimDraft): boolean {
  const base = claim ? revisionOf(claim, stamp().at) : newClaim(draft.text);
  const next = drafted(base, draft);
  const name = claim ? "changing a claim" : "adding a claim";
  const kept = perform(name, { kind: "put-claim", ...stamp(), claim: next });
  if (kept) setDesk({ activeClaim: next.id });
  return kept;
}

/** Says what a deletion takes along before it is done. Tags of other analysts are theirs and keep the claim in the list. */
function DeleteClaim({ claim }: { readonly claim: ListedClaim }) {
  const [asked, setAsked] = useState(false);
  const own = useDesk((state) => ownTagsOf(state, claim.id).length);
  const others = useDesk((state) => otherUsers(state, claim.id).join(", "));
  const isBlind = useDesk((state) => blindCount(state) > 0);
  const readOnly = useDesk(isReadOnly);
  if (!asked) {
    return (
      <button type="button" className="danger" disabled={readOnly} onClick={() => setAsked(true)}>
        Delete…
      </button>
    );
  }
  const tags = own === 1 ? "1 tag" : `${own} tags`;
  return (
    <div className="deletion">
      <p>
        {own > 0 && `Your ${tags} go with it; the marks stay. `}
        {others !== "" && `${others} still uses the claim, so it stays in the list.`}
        {others === "" && isBlind && "Where another analyst uses the claim, it stays in the list."}
      </p>
      <button
        type="button"
        className="danger"
        onClick={() => {
          if (deleteClaim(claim)) closeDialog();
        }}
      >
        {others === "" ? "Delete the claim" : "Delete my part of it"}
      </button>
    </div>
  );
}

/** The names of the other analysts who tag something with a claim, as far as that may be seen. */
function otherUsers(state: Desk, claimId: ClaimId): readonly string[] {
  return visibleProject(state)
    .sets.filter((set) => set.analyst.id !== state.analyst.id)
    .filter((set) => set.marks.some((mark) => mark.tags.some((tag) => tag.claimId === claimId)))
    .map((set) => set.analyst.name);
}

function ownTagsOf(state: Desk, claimId: ClaimId) {
  const marks = ownSet(state)?.marks ?? [];
  return marks.flatMap((mark) => mark.tags.filter((tag) => tag.claimId === claimId).map((tag) => ({ mark, tag })));
}

function deleteClaim(claim: ListedClaim): boolean {
  const untag: SimpleCommand[] = ownTagsOf(desk(), claim.id).map(({ mark, tag }) => ({
    kind: "remove-tag",
    ...stamp(),
    markId: mark.id,
    tagId: tag.id,
  }));
  const tombstone: Claim = { ...revisionOf(claim, stamp().at), removed: true };
  const deleted = perform("deleting a claim", ...untag, { kind: "put-claim", ...stamp(), claim: tombstone });
  if (deleted) setDesk({ activeClaim: null });
  return deleted;
}

import { type FormEvent, useId, useMemo, useState } from "react";
import { placesOf, splitClaimCommands } from "../../annotations/commands/claim-surgery.ts";
import { CLAIM_LENGTHS } from "../../annotations/model/claim.ts";
import type { ListedClaim } from "../../annotations/model/claim-list.ts";
import type { ClaimId, TagId } from "../../annotations/model/id.ts";
import { sourceName } from "../../annotations/model/source.ts";
import { STANCE_SIGNS } from "../../annotations/model/stance.ts";
import { closeDialog, Modal } from "../controls/Modal.tsx";
import { newClaim } from "../marks/marking.ts";
import { perform, stamp } from "../session/changes.ts";
import { setDesk, useDesk } from "../session/desk.ts";
import { claimOf, isReadOnly, ownSet } from "../session/selectors.ts";
import { NearClaims } from "./NearClaims.tsx";

/** Splits a new claim off: every tag of the claim with its passage, to tick those that go over. */
export function SplitDialog({ claimId }: { readonly claimId: ClaimId }) {
  const claim = useDesk((state) => claimOf(state, claimId));
  return (
    <Modal title={`Split ${claim?.displayLabel ?? "claim"}`} size="wide" changes>
      {claim && <SplitForm claim={claim} />}
    </Modal>
  );
}

function SplitForm({ claim }: { readonly claim: ListedClaim }) {
  const set = useDesk(ownSet);
  const readOnly = useDesk(isReadOnly);
  const id = useId();
  const [text, setText] = useState("");
  const [ticked, setTicked] = useState<ReadonlySet<TagId>>(new Set());
  const [copyCells, setCopyCells] = useState(false);
  const silences = set?.cells.filter((cell) => cell.claimId === claim.id).length ?? 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const to = { ...newClaim(text), ...(claim.parent ? { parent: claim.parent } : {}) };
    const commands = set ? splitClaimCommands(set, claim.id, to, ticked, copyCells, stamp()) : [];
    if (commands.length === 0 || !perform("splitting a claim", ...commands)) return;
    setDesk({ activeClaim: to.id });
    closeDialog();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p dir="auto">
        <span className="claim-label">{claim.displayLabel}</span> {claim.text}
      </p>
      <label htmlFor={id}>What the new claim says</label>
      <textarea
        id={id}
        rows={2}
        dir="auto"
        maxLength={CLAIM_LENGTHS.text}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <NearClaims text={text} except={undefined} />
      <Passages claim={claim.id} ticked={ticked} onTick={setTicked} />
      {silences > 0 && (
        <label className="check">
          <input type="checkbox" checked={copyCells} onChange={(event) => setCopyCells(event.target.checked)} />
          The new claim gets {silences === 1 ? "the finding" : `the ${silences} findings`} of silence too;{" "}
          {claim.displayLabel} keeps
          {silences === 1 ? " it" : " them"}
        </label>
      )}
      <div className="modal-actions">
        <span role="status">{ticked.size === 1 ? "1 tag goes over" : `${ticked.size} tags go over`}</span>
        <span className="grow" />
        <button type="button" onClick={closeDialog}>
          Cancel
        </button>
        <button type="submit" className="primary" disabled={readOnly || text.trim() === ""}>
          Split
        </button>
      </div>
    </form>
  );
}

interface PassagesProps {
  readonly claim: ClaimId;
  readonly ticked: ReadonlySet<TagId>;
  onTick(ticked: ReadonlySet<TagId>): void;
}

function Passages({ claim, ticked, onTick }: PassagesProps) {
  const set = useDesk(ownSet);
  const sources = useDesk((state) => state.project.sources);
  const names = useMemo(() => new Map(sources.map((source) => [source.id, sourceName(source)])), [sources]);
  const places = useMemo(() => placesOf(set, claim), [set, claim]);
  if (places.length === 0) return <p className="hint">You have no tag with this claim.</p>;
  const tick = (id: TagId, on: boolean) => {
    const others = [...ticked].filter((other) => other !== id);
    onTick(new Set(on ? [...others, id] : others));
  };
  return (
    <fieldset className="split-passages">
      <legend>Which of its tags go to the new claim</legend>
      {places.map(({ mark, tag }) => (
        <label key={tag.id} className="check">
          <input
            type="checkbox"
            checked={ticked.has(tag.id)}
            onChange={(event) => tick(tag.id, event.target.checked)}
          />
          <span>
            <b className={`sign ${tag.stance}`} title={tag.stance}>
              {STANCE_SIGNS[tag.stance]}
            </b>{" "}
            <bdi>{mark.ranges.map(({ quote }) => quote).join(" … ")}</bdi> <small>{names.get(mark.sourceId)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

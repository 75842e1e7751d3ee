import { useId } from "react";
import { CLAIM_COLOURS, CLAIM_LENGTHS } from "../../annotations/model/claim.ts";
import type { ListedClaim } from "../../annotations/model/claim-list.ts";
import { ancestorsOf } from "../../annotations/model/claim-tree.ts";
import { useDesk } from "../session/desk.ts";
import { claimTreeOf } from "../session/selectors.ts";
import { ClaimSelect } from "./ClaimSelect.tsx";
import type { ClaimDraft } from "./claim-draft.ts";
import { VerdictFields } from "./VerdictFields.tsx";

interface Props {
  readonly claim: ListedClaim | undefined;
  readonly draft: ClaimDraft;
  change(more: Partial<ClaimDraft>): void;
}

/** What a claim has besides its wording and its ID: its place, its colour, and what a codebook says of it. */
export function ClaimFields({ claim, draft, change }: Props) {
  const tree = useDesk(claimTreeOf);
  // A claim cannot stand below itself.
  const own = claim && tree.nodes.get(claim.id);
  const above = [...tree.nodes.values()].filter((node) => !own || ![node, ...ancestorsOf(node)].includes(own));
  return (
    <>
      <div className="pair">
        <ClaimSelect
          label="Part of"
          none="no other claim"
          nodes={above}
          value={draft.parent}
          onChoose={(parent) => change({ parent })}
        />
        <Colours draft={draft} change={change} />
      </div>
      <Lines label="What counts" value={draft.include} onChange={(include) => change({ include })} />
      <Lines label="What does not" value={draft.exclude} onChange={(exclude) => change({ exclude })} />
      <Lines label="Note" value={draft.note} onChange={(note) => change({ note })} />
      <VerdictFields draft={draft.verdict} change={(verdict) => change({ verdict })} />
      <Lines label="Aliases, one to a line" value={draft.aliases} onChange={(aliases) => change({ aliases })} />
    </>
  );
}

function Colours({ draft, change }: Omit<Props, "claim">) {
  const name = useId();
  return (
    <fieldset className="claim-colours">
      <legend>Colour</legend>
      {[null, ...CLAIM_COLOURS].map((colour) => (
        <label key={colour ?? "none"} title={colour ?? "none, or that of the claim above"}>
          <input type="radio" name={name} checked={draft.colour === colour} onChange={() => change({ colour })} />
          <span className={`claim-dot ${colour ? `claim-${colour}` : ""}`} aria-hidden="true" />
          <span className="sr-only">{colour ?? "none"}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface LinesProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
}

function Lines({ label, value, onChange }: LinesProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={Math.min(4, Math.max(1, value.split("\n").length, Math.ceil(value.length / 60)))}
        dir="auto"
        maxLength={CLAIM_LENGTHS.note}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}

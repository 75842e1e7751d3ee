import { type KeyboardEvent, useState } from "react";
import { CLAIM_LENGTHS } from "../../annotations/model/claim.ts";
import type { ListedClaim } from "../../annotations/model/claim-list.ts";
import { sourceName } from "../../annotations/model/source.ts";
import { STANCE_SIGNS } from "../../annotations/model/stance.ts";
import { ActionKey, useNameWithKey } from "../actions/ActionKey.tsx";
import { Key } from "../controls/Key.tsx";
import { newClaim } from "../marks/marking.ts";
import { focusLastText } from "../reading/text-views.ts";
import { perform, stamp } from "../session/changes.ts";
import { setDesk, useDesk } from "../session/desk.ts";
import { claimsOf, isReadOnly, matrix } from "../session/selectors.ts";
import { searchClaims } from "./claim-search.ts";
import "./claims.css";

/** The claims of the project: what they say, and at a glance what the sources do to them. */
export function ClaimRail() {
  const claims = useDesk((state) => claimsOf(state));
  const readOnly = useDesk(isReadOnly);
  const [query, setQuery] = useState("");
  // Without a query the list keeps its own order; only an answer to a query is ranked.
  const shown = query.trim() === "" ? claims : searchClaims(claims, query, []);
  return (
    <aside className="claim-rail" aria-label="Claims">
      <div className="rail-head">
        <h2>
          Claims <small>{claims.length}</small>
        </h2>
        <button
          type="button"
          className="icon small"
          aria-label="New claim"
          title={useNameWithKey("New claim", "claim.new")}
          disabled={readOnly}
          onClick={() => setDesk({ dialog: { kind: "claim", claimId: null } })}
        >
          <span aria-hidden="true">+</span>
        </button>
      </div>
      <label className="filter">
        <span className="sr-only">Filter claims, or type a new one</span>
        <input
          id="claim-filter"
          type="text"
          placeholder="Filter or add"
          autoComplete="off"
          maxLength={CLAIM_LENGTHS.text}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => onFilterKey(event, query, shown, () => setQuery(""))}
        />
        <ActionKey id="claim.filter" />
      </label>
      {claims.length === 0 && query === "" && <NoClaims />}
      {shown.length === 0 && query.trim() !== "" && (
        <p className="hint">
          No claim says that. <Key>Enter</Key> adds “<bdi>{query.trim()}</bdi>”.
        </p>
      )}
      <ol>
        {shown.map((claim) => (
          <ClaimItem key={claim.id} claim={claim} />
        ))}
      </ol>
    </aside>
  );
}

function NoClaims() {
  return (
    <div className="hint">
      <p>A claim is one checkable statement that the articles may support or refute.</p>
      <p>
        Select a passage in a text, press <ActionKey id="stance.supports" /> to <ActionKey id="stance.mentions" />, and
        write the claim it speaks to.
      </p>
    </div>
  );
}

function onFilterKey(
  event: KeyboardEvent<HTMLInputElement>,
  query: string,
  shown: readonly ListedClaim[],
  clear: () => void,
): void {
  if (event.key === "Escape") {
    clear();
    focusLastText();
  }
  if (event.key !== "Enter" || query.trim() === "") return;
  const [first] = shown;
  if (first) setDesk({ activeClaim: first.id });
  else if (!addClaim(query)) return;
  clear();
}

/** Whether the claim could be added. */
function addClaim(text: string): boolean {
  const claim = newClaim(text);
  const added = perform("adding a claim", { kind: "put-claim", ...stamp(), claim });
  if (added) setDesk({ activeClaim: claim.id });
  return added;
}

function ClaimItem({ claim }: { readonly claim: ListedClaim }) {
  const active = useDesk((state) => state.activeClaim === claim.id);
  return (
    <li className={active ? "active" : ""}>
      <button
        type="button"
        className="claim"
        data-claim={claim.id}
        aria-pressed={active}
        title={[claim.text, claim.note].filter(Boolean).join("\n\n")}
        onClick={() => setDesk({ activeClaim: active ? null : claim.id })}
      >
        <span className="claim-label">{claim.displayLabel}</span>
        <span className="claim-text" dir="auto">
          {claim.text}
        </span>
        <Signs claim={claim} />
      </button>
      <button
        type="button"
        className="icon small edit"
        aria-label={`Edit ${claim.displayLabel}`}
        title="Edit or delete"
        onClick={() => setDesk({ dialog: { kind: "claim", claimId: claim.id } })}
      >
        <span aria-hidden="true">⋯</span>
      </button>
    </li>
  );
}

/** One sign for each source that speaks to the claim, in the order of the panes. */
function Signs({ claim }: { readonly claim: ListedClaim }) {
  const row = useDesk((state) => matrix(state).rows.find((candidate) => candidate.claim.id === claim.id));
  const sources = useDesk((state) => matrix(state).sources);
  const cells = sources.flatMap((source) => {
    const cell = row?.cells.get(source.id);
    return cell?.kind === "stance" ? [{ cell, source }] : [];
  });
  if (cells.length === 0) return null;
  return (
    <span className="signs">
      {cells.map(({ cell, source }) => (
        <span
          key={source.id}
          className={`sign ${cell.stance} ${cell.voice}`}
          title={`${sourceName(source)}: ${cell.stance}`}
        >
          <span aria-hidden="true">{STANCE_SIGNS[cell.stance]}</span>
          <span className="sr-only">{`${sourceName(source)} ${cell.stance}. `}</span>
        </span>
      ))}
    </span>
  );
}

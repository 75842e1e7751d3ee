import { type KeyboardEvent, useMemo, useState } from "react";
import { CLAIM_LENGTHS } from "../../annotations/model/claim.ts";
import type { ListedClaim } from "../../annotations/model/claim-list.ts";
import { ActionKey, useNameWithKey } from "../actions/ActionKey.tsx";
import { Key } from "../controls/Key.tsx";
import { newClaim } from "../marks/marking.ts";
import { focusLastText } from "../reading/text-views.ts";
import { perform, stamp } from "../session/changes.ts";
import { setDesk, useDesk } from "../session/desk.ts";
import { claimsOf, isReadOnly } from "../session/selectors.ts";
import { ClaimRows } from "./ClaimRows.tsx";
import { searchClaims } from "./claim-search.ts";
import "./claims.css";

/** The claims of the project: what they say, and at a glance what the sources do to them. */
export function ClaimRail() {
  const claims = useDesk((state) => claimsOf(state));
  const readOnly = useDesk(isReadOnly);
  const [query, setQuery] = useState("");
  // Without a query the list is the tree; only an answer to a query is ranked.
  const asked = query.trim() !== "";
  const shown = useMemo(() => (asked ? searchClaims(claims, query, []) : claims), [asked, claims, query]);
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
      {shown.length === 0 && asked && (
        <p className="hint">
          No claim says that. <Key>Enter</Key> adds “<bdi>{query.trim()}</bdi>”.
        </p>
      )}
      <ClaimRows found={asked ? shown : null} />
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

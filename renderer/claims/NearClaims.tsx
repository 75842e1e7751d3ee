import { useDeferredValue, useMemo } from "react";
import { placesOf } from "../../annotations/commands/claim-surgery.ts";
import type { ListedClaim } from "../../annotations/model/claim-list.ts";
import { nearClaims } from "../../annotations/search/near-claims.ts";
import { closeDialog } from "../controls/Modal.tsx";
import { setDesk, useDesk } from "../session/desk.ts";
import { claimsOf, ownSet } from "../session/selectors.ts";

/** How many near claims are shown. */
const MOST = 3;

interface Props {
  readonly text: string;
  /** The claim that is being reworded, if it is not a new one. */
  readonly except: ListedClaim | undefined;
}

/** Warns while a claim is being written that says nearly what another one says, and offers that one. It never stands in the way. */
export function NearClaims({ text, except }: Props) {
  const claims = useDesk(claimsOf);
  const asked = useDeferredValue(text);
  const near = useMemo(() => {
    // What somebody has left as it was, they have decided.
    return except?.text === asked.trim() ? [] : nearClaims(claims, asked, except?.id).slice(0, MOST);
  }, [claims, asked, except]);
  return (
    <div role="status">
      {near.length > 0 && (
        <div className="near-claims">
          <p>This nearly repeats {near.length === 1 ? "another claim" : "other claims"}:</p>
          <ul>
            {near.map(({ claim }) => (
              <Near key={claim.id} claim={claim} />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Near({ claim }: { readonly claim: ListedClaim }) {
  const tags = useDesk((state) => placesOf(ownSet(state), claim.id).length);
  const use = () => {
    setDesk({ activeClaim: claim.id });
    closeDialog();
  };
  return (
    <li>
      <span className="claim-label">{claim.displayLabel}</span> <bdi>{claim.text}</bdi>{" "}
      <small>{tags === 1 ? "1 tag" : `${tags} tags`} of yours</small>{" "}
      <button type="button" onClick={use}>
        Use {claim.displayLabel}
      </button>
    </li>
  );
}

import { Autocomplete } from "@base-ui/react/autocomplete";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { CLAIM_LENGTHS } from "../../annotations/model/claim.ts";
import type { ListedClaim } from "../../annotations/model/claim-list.ts";
import { ancestorsOf } from "../../annotations/model/claim-tree.ts";
import type { ClaimId } from "../../annotations/model/id.ts";
import { type Stance, stanceOfKey } from "../../annotations/model/stance.ts";
import { ListKeys } from "../controls/ListKeys.tsx";
import { StanceButtons } from "../controls/StanceButtons.tsx";
import { TypeToFind } from "../controls/TypeToFind.tsx";
import { useAfterPaint } from "../controls/use-after-paint.ts";
import { pickClaim, pickNewClaim, setDraftStance } from "../marks/marking.ts";
import { PickerPopover } from "../marks/PickerPopover.tsx";
import { type ClaimPicking, type Picking, setDesk, useDesk } from "../session/desk.ts";
import { claimsOf, claimTreeOf } from "../session/selectors.ts";
import { pinnedClaims } from "./arranging-claims.ts";
import { ClaimDot } from "./ClaimDot.tsx";
import { searchClaims } from "./claim-search.ts";

/** The list from which a passage gets its claim: type part of an ID or of the wording, or a new claim. */
export function ClaimPicker() {
  // The mark is on the screen before the list is made.
  const picking = useAfterPaint(useDesk((state) => claimPicking(state.picking)));
  const input = useRef<HTMLInputElement>(null);
  return (
    <PickerPopover picking={picking} label="Choose the claim" field={input}>
      {picking && <PickerBody picking={picking} input={input} />}
    </PickerPopover>
  );
}

function claimPicking(picking: Picking | null): ClaimPicking | null {
  return picking?.kind === "speaker" ? null : picking;
}

/** What can be chosen: a claim that exists, or what was typed as a new one. */
type Choice = { readonly kind: "claim"; readonly claim: ListedClaim } | { readonly kind: "new"; readonly text: string };

interface BodyProps {
  readonly picking: ClaimPicking;
  readonly input: React.RefObject<HTMLInputElement | null>;
}

/** How many claims are listed at once; typing narrows them down. */
const MOST_LISTED = 50;

function PickerBody({ picking, input }: BodyProps) {
  const claims = useDesk((state) => claimsOf(state));
  const recent = useDesk((state) => state.recentClaims);
  const typedAhead = useDesk((state) => state.typedAhead);
  const [query, setQuery] = useState("");
  const stance = stanceToGive(picking);
  const pinned = useDesk(pinnedClaims);
  const { choices, more } = useMemo(() => choicesFor(claims, query, recent, pinned), [claims, query, recent, pinned]);
  useEffect(() => {
    if (typedAhead === "") return;
    setDesk({ typedAhead: "" });
    const [words = "", ...afterEnter] = typedAhead.split("\n");
    if (afterEnter.length === 0) setQuery(query + words);
    else if (query + words !== "" || recent.length > 0)
      take(choicesFor(claims, query + words, recent, pinned).choices[0]);
  }, [typedAhead, query, claims, recent, pinned]);
  return (
    <TypeToFind
      items={choices}
      query={query}
      // With nothing typed and nothing used before, no claim is as good as taken.
      takesFirst={query !== "" || recent.length > 0}
      nameOf={(choice: Choice) => (choice.kind === "claim" ? choice.claim.displayLabel : choice.text)}
      onQuery={setQuery}
    >
      {stance && <StanceButtons layout="row" modifier="Alt" chosen={stance} onChoose={setDraftStance} />}
      <Autocomplete.Input
        ref={input}
        className="picker-input"
        placeholder={claims.length === 0 ? "Write the claim" : "Claim ID, words, or a new claim"}
        aria-label="Claim"
        maxLength={CLAIM_LENGTHS.text}
        onKeyDown={onKey}
      />
      <Autocomplete.List className="picker-list" aria-label="Claims">
        {(choice: Choice) => (
          <Autocomplete.Item
            key={choice.kind === "claim" ? choice.claim.id : "new"}
            value={choice}
            className={`picker-item ${choice.kind}`}
            onClick={() => take(choice)}
          >
            <span className="claim-name">
              {choice.kind === "claim" && <ClaimDot claimId={choice.claim.id} />}
              <span className="claim-label">{choice.kind === "claim" ? choice.claim.displayLabel : "New"}</span>
            </span>
            <span dir="auto">{choice.kind === "claim" ? choice.claim.text : choice.text}</span>
            {choice.kind === "claim" && <ClaimPath claim={choice.claim} />}
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
      {more > 0 && <p className="hint">{more} more; type to find them.</p>}
      {choices.length === 0 && <p className="hint">There is no claim yet. Write the first: one checkable statement.</p>}
      <p className="picker-foot">
        <ListKeys take="take" leave={stance ? "no mark" : "leave"} />
      </p>
    </TypeToFind>
  );
}

/** The stance that the marks to be made get; none where they are there already. */
function stanceToGive(picking: ClaimPicking): Stance | undefined {
  if (picking.kind === "draft") return picking.draft.stance;
  return picking.kind === "passages" ? picking.stance : undefined;
}

function choicesFor(
  claims: readonly ListedClaim[],
  query: string,
  recent: readonly ClaimId[],
  pinned: readonly ClaimId[],
): { choices: readonly Choice[]; more: number } {
  const found = searchClaims(claims, query, recent, pinned);
  const text = query.trim();
  const choices = [
    ...found.slice(0, MOST_LISTED).map((claim): Choice => ({ kind: "claim", claim })),
    ...(text === "" ? [] : [{ kind: "new", text } as const]),
  ];
  return { choices, more: Math.max(0, found.length - MOST_LISTED) };
}

/** The claims above a claim, the outermost first. */
function ClaimPath({ claim }: { readonly claim: ListedClaim }) {
  const node = useDesk((state) => claimTreeOf(state).nodes.get(claim.id));
  const above = node ? ancestorsOf(node).toReversed() : [];
  if (above.length === 0) return null;
  return <small className="claim-path">part of {above.map((one) => one.claim.displayLabel).join(" › ")}</small>;
}

function take(choice: Choice | undefined): void {
  if (choice?.kind === "claim") pickClaim(choice.claim.id);
  if (choice?.kind === "new") pickNewClaim(choice.text);
}

function onKey(event: KeyboardEvent): void {
  const stance = event.altKey ? stanceOfKey(event.code.replace("Digit", "")) : undefined;
  if (!stance) return;
  event.preventDefault();
  setDraftStance(stance);
}

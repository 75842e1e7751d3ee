import { useMemo, useState } from "react";
import { adjudicatedSet, decisionsOf } from "../../../annotations/agreement/adjudication/decision.ts";
import { DIFFERENCE_KINDS, type DifferenceKind } from "../../../annotations/agreement/disagreements/difference-kind.ts";
import { type Disagreement, isOfKind } from "../../../annotations/agreement/disagreements/disagreements.ts";
import { cellKey } from "../../../annotations/commands/set-draft.ts";
import { BlindArticles } from "../../blindness/BlindArticles.tsx";
import { amount } from "../../controls/amount.ts";
import { useDesk } from "../../session/desk.ts";
import { MOST_LISTED, NotListed } from "../NotListed.tsx";
import { BecomeAdjudicator } from "./Adjudicator.tsx";
import { DisagreementItem } from "./DisagreementItem.tsx";
import { KIND_WORDS } from "./difference-words.ts";
import type { Blindness } from "./use-blind.ts";

interface Props {
  readonly list: readonly Disagreement[];
  readonly blindness: Blindness;
}

interface Wish {
  readonly kind: DifferenceKind | null;
  readonly undecided: boolean;
}

/**
 * Where analysts differ, the heaviest first, with the passages that each of them went by, and what has been decided. Articles
 * that the working analyst is blind to are left out: even that others differ there would tell something.
 */
export function Disagreements({ list: all, blindness }: Props) {
  const list = all.filter(({ source }) => !blindness.isBlind(source.id));
  const [wish, setWish] = useState<Wish>({ kind: null, undecided: false });
  const adjudicated = useDesk((state) => adjudicatedSet(state.project));
  const decisions = useMemo(() => decisionsOf(adjudicated), [adjudicated]);
  const decisionOn = (one: Disagreement) => decisions.get(keyOf(one));
  // What is being decided stays where it is until another filter is chosen.
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const isWished = (one: Disagreement) =>
    (wish.kind === null || isOfKind(one, wish.kind)) && !(wish.undecided && hidden.has(keyOf(one)));
  const shown = list.filter(isWished);
  const choose = (next: Wish) => {
    setHidden(new Set(decisions.keys()));
    setWish(next);
  };
  return (
    <section aria-labelledby="disagreements">
      <h3 id="disagreements">Where they differ</h3>
      <BlindArticles />
      {list.length === 0 ? (
        all.length === 0 && <p>Nowhere: they tag the same passages with the same stances.</p>
      ) : (
        <>
          <p className="explained">
            {amount(list.length, "cell")} of the matrix, {list.filter(decisionOn).length} of them decided. Opposite
            stances come first, then different ones, claims that only some found, other voices, and other passages.
          </p>
          <BecomeAdjudicator />
          <Filters list={list} wish={wish} onWish={choose} undecided={list.filter((one) => !decisionOn(one)).length} />
          <ul className="disagreements">
            {shown.slice(0, MOST_LISTED).map((one) => (
              <DisagreementItem key={keyOf(one)} one={one} decision={decisionOn(one)} blindness={blindness} />
            ))}
          </ul>
          <NotListed number={shown.length} />
        </>
      )}
    </section>
  );
}

function keyOf({ claim, source }: Disagreement): string {
  return cellKey({ claimId: claim.id, sourceId: source.id });
}

interface FilterProps {
  readonly list: readonly Disagreement[];
  readonly undecided: number;
  readonly wish: Wish;
  onWish(wish: Wish): void;
}

function Filters({ list, undecided, wish, onWish }: FilterProps) {
  return (
    <fieldset className="difference-filters" aria-label="Which disagreements are shown">
      {[null, ...DIFFERENCE_KINDS].map((kind) => (
        <button
          key={kind ?? "all"}
          type="button"
          aria-pressed={wish.kind === kind}
          onClick={() => onWish({ ...wish, kind })}
        >
          {kind ? KIND_WORDS[kind] : "All"}{" "}
          <small>{kind ? list.filter((one) => isOfKind(one, kind)).length : list.length}</small>
        </button>
      ))}
      <button
        type="button"
        aria-pressed={wish.undecided}
        onClick={() => onWish({ ...wish, undecided: !wish.undecided })}
      >
        Undecided <small>{undecided}</small>
      </button>
    </fieldset>
  );
}

import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { type OriginVerdict, pairKey, pairOf } from "../../../annotations/model/origin-verdict.ts";
import { type Source, sourceName } from "../../../annotations/model/source.ts";
import { DEFAULT_LEAST_WORDS } from "../../../annotations/shared-passages/finder.ts";
import { type PassagePair, pairsOf } from "../../../annotations/shared-passages/passage-pairs.ts";
import type { SharedPassages } from "../../../annotations/shared-passages/shared-passage.ts";
import { ActionKey } from "../../actions/ActionKey.tsx";
import { hereNow } from "../../actions/here.ts";
import { findAction, runKey } from "../../actions/registry.ts";
import { amount } from "../../controls/amount.ts";
import { desk, useDesk } from "../../session/desk.ts";
import { isReadOnly } from "../../session/selectors.ts";
import { MOST_LISTED, NotListed } from "../NotListed.tsx";
import { NotCompared } from "./NotCompared.tsx";
import { PairPassages } from "./PairPassages.tsx";
import { sayOf, verdictOn } from "./verdicts.ts";

interface Props {
  readonly sources: readonly Source[];
  readonly found: SharedPassages;
}

interface Pair extends PassagePair {
  /** Its equal words, in all passages together. */
  readonly equalWords: number;
}

/** Every two articles that share passages; those that wait for a verdict first, then those with the most words in common. */
export function SharedPairs({ sources, found }: Props) {
  // The order stays while verdicts are given, so that nothing moves away from under the hand.
  const pairs = useMemo(() => orderedPairs(sources, found), [sources, found]);
  if (pairs.length === 0) {
    return (
      <>
        <p role="status">
          No two articles share {DEFAULT_LEAST_WORDS} words in a row, or nearly so. They may still have one origin: name
          the agency in an article's details, and whom a passage quotes in its card.
        </p>
        <NotCompared sources={sources} leftOut={found.leftOut} />
      </>
    );
  }
  return (
    <>
      <p className="explained">
        <span role="status">{amount(pairs.length, "pair")} of articles.</span> Words that differ are set off; case and
        punctuation do not count. A click on a passage shows it in both texts. On a pair,{" "}
        <ActionKey id="origin.one-origin" /> says that it is one origin, <ActionKey id="origin.independent" /> that the
        two are independent; ↑ ↓ go from pair to pair. A notice that is no part of an article stops counting once it is
        set apart in its details.
      </p>
      <ul className="shared-pairs">
        {pairs.slice(0, MOST_LISTED).map((pair, i) => (
          <SharedPair key={pairKey(pairOf(pair.a.id, pair.b.id))} pair={pair} opens={i === 0} />
        ))}
      </ul>
      <NotListed number={pairs.length} />
      <NotCompared sources={sources} leftOut={found.leftOut} />
    </>
  );
}

function orderedPairs(sources: readonly Source[], { passages }: SharedPassages): readonly Pair[] {
  const isSettled = ({ a, b }: Pair) => (verdictOn(desk(), pairOf(a.id, b.id)) ? 1 : 0);
  return pairsOf(sources, passages)
    .map((pair) => ({ ...pair, equalWords: pair.passages.reduce((sum, { equalWords }) => sum + equalWords, 0) }))
    .sort((x, y) => isSettled(x) - isSettled(y) || y.equalWords - x.equalWords);
}

function SharedPair({ pair, opens }: { readonly pair: Pair; readonly opens: boolean }) {
  const [isOpen, setOpen] = useState(opens);
  const id = useId();
  const names = `${sourceName(pair.a)} and ${sourceName(pair.b)}`;
  return (
    <li data-pair={pairKey(pairOf(pair.a.id, pair.b.id))} onKeyDown={onPairKey}>
      <div className="shared-pair-head">
        <button
          type="button"
          className="shared-pair-name"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <span aria-hidden="true">{isOpen ? "▾" : "▸"}</span>
          <bdi>{names}</bdi>
          <small>
            {amount(pair.passages.length, "passage")}, {amount(pair.equalWords, "equal word")}
          </small>
        </button>
        <Verdict pair={pair} names={names} />
      </div>
      {isOpen && <PairPassages id={id} pair={pair} />}
    </li>
  );
}

/** What a key does on a pair, wherever in it the focus is; on its head the arrows go from one name to the next. */
function onPairKey(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const isOnHead = event.target instanceof Element && event.target.closest(".shared-pair-head") !== null;
  if (step === undefined || !isOnHead || event.ctrlKey || event.altKey || event.metaKey) {
    runKey(event.nativeEvent, findAction(event.nativeEvent, ["pair"]), hereNow());
    return;
  }
  const pairs = [...(event.currentTarget.parentElement?.children ?? [])];
  const next = pairs[pairs.indexOf(event.currentTarget) + step];
  event.preventDefault();
  next?.querySelector<HTMLElement>(".shared-pair-name")?.focus();
}

const VERDICTS: readonly (readonly [OriginVerdict["verdict"], string])[] = [
  ["one-origin", "One origin"],
  ["independent", "Independent"],
];

function Verdict({ pair, names }: { readonly pair: Pair; readonly names: string }) {
  const both = useMemo(() => pairOf(pair.a.id, pair.b.id), [pair]);
  const said = useDesk((state) => verdictOn(state, both)?.verdict);
  const readOnly = useDesk(isReadOnly);
  return (
    <fieldset className="verdict" disabled={readOnly} aria-label={`Origin of ${names}`}>
      {VERDICTS.map(([verdict, name]) => (
        <button key={verdict} type="button" aria-pressed={said === verdict} onClick={() => sayOf(both, verdict)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}

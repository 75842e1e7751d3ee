import { useState } from "react";
import type { AnalystsAgreement } from "../../../annotations/agreement/levels/agreement-of-analysts.ts";
import { sourceName } from "../../../annotations/model/source.ts";
import { amount } from "../../controls/amount.ts";
import { useDesk } from "../../session/desk.ts";
import { matrix } from "../../session/selectors.ts";
import { ClaimTitle } from "../evidence/ClaimTitle.tsx";
import { chooseCell } from "../evidence/cell-place.ts";
import { CellSign } from "../matrix/CellSign.tsx";
import { MOST_LISTED, NotListed } from "../NotListed.tsx";

type Disagreement = AnalystsAgreement["disagreements"][number];

const KIND_WORDS: Readonly<Record<Disagreement["kind"], string>> = {
  opposite: "opposite stances",
  hedging: "different stances",
  missed: "found by some only",
};

/**
 * Where analysts differ, the gravest first, with the passage that each of them went by. What the others say of an article
 * stays hidden while the working analyst has not looked through it for every claim, unless they ask for it.
 */
export function Disagreements({ list }: { readonly list: readonly Disagreement[] }) {
  const { unreviewed } = useDesk(matrix);
  const [revealed, setRevealed] = useState(false);
  const isBlind = ({ source }: Disagreement) => !revealed && unreviewed.get(source.id) !== 0;
  const blind = list.filter(isBlind).length;
  return (
    <section aria-labelledby="disagreements">
      <h3 id="disagreements">Where they differ</h3>
      {list.length === 0 ? (
        <p>Nowhere: wherever two of them see a stance, it is the same.</p>
      ) : (
        <>
          <p className="explained">
            {amount(list.length, "cell")} of the matrix. Where analysts differ about one article, it is not the articles
            that contradict each other.
          </p>
          {blind > 0 && (
            <p className="explained">
              What others say of an article is hidden until you have looked through it for every claim: so your work
              stays your own.{" "}
              <button type="button" className="link" onClick={() => setRevealed(true)}>
                Show it all the same
              </button>
            </p>
          )}
          <ul className="disagreements">
            {list.slice(0, MOST_LISTED).map((one) => (
              <Item key={`${one.claim.id} ${one.source.id}`} one={one} isBlind={isBlind(one)} />
            ))}
          </ul>
          <NotListed number={list.length} />
        </>
      )}
    </section>
  );
}

interface ItemProps {
  readonly one: Disagreement;
  /** Whether only what the working analyst says is shown. */
  readonly isBlind: boolean;
}

function Item({ one: { claim, source, kind, sayings }, isBlind }: ItemProps) {
  const me = useDesk((state) => state.analyst.id);
  return (
    <li>
      <button
        type="button"
        className="differing"
        onClick={() => chooseCell({ claimId: claim.id, sourceId: source.id })}
      >
        <span>
          <ClaimTitle claim={claim} />
        </span>
        <small>
          <bdi>{sourceName(source)}</bdi>
          {!isBlind && ` · ${KIND_WORDS[kind]}`}
        </small>
      </button>
      <ul className="sayings">
        {sayings.map(({ analyst, cell }) => (
          <li key={analyst.id}>
            {isBlind && analyst.id !== me ? <Hidden name={analyst.name} /> : <Said name={analyst.name} cell={cell} />}
          </li>
        ))}
      </ul>
    </li>
  );
}

function Said({ name, cell }: { readonly name: string; readonly cell: Disagreement["sayings"][number]["cell"] }) {
  return (
    <>
      {cell ? <CellSign cell={cell} /> : <span className="cell not-mentioned">∅</span>}
      <span>
        <b>{name}</b> {cell?.stance ?? "no passage"}
        {cell && <q dir="auto">{cell.evidence[0]?.mark.ranges.map(({ quote }) => quote).join(" … ")}</q>}
      </span>
    </>
  );
}

function Hidden({ name }: { readonly name: string }) {
  return (
    <>
      <span className="cell not-reviewed" aria-hidden="true" />
      <span>
        <b>{name}</b> hidden
      </span>
    </>
  );
}

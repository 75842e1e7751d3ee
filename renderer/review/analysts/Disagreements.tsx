import type { AnalystsAgreement } from "../../../annotations/agreement/levels/agreement-of-analysts.ts";
import { sourceName } from "../../../annotations/model/source.ts";
import { BlindArticles } from "../../blindness/BlindArticles.tsx";
import { amount } from "../../controls/amount.ts";
import { blindCount, isBlind } from "../../session/blindness.ts";
import { useDesk } from "../../session/desk.ts";
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
 * Where analysts differ, the gravest first, with the passage that each of them went by. Articles that the working analyst is
 * blind to are left out: even that others differ there would tell something.
 */
export function Disagreements({ list: all }: { readonly list: readonly Disagreement[] }) {
  const project = useDesk((state) => state.project);
  const analyst = useDesk((state) => state.analyst);
  const blind = useDesk(blindCount);
  const list = all.filter(({ source }) => !isBlind({ project, analyst }, source.id));
  return (
    <section aria-labelledby="disagreements">
      <h3 id="disagreements">Where they differ</h3>
      <BlindArticles />
      {list.length === 0 ? (
        blind === 0 && <p>Nowhere: wherever two of them see a stance, it is the same.</p>
      ) : (
        <>
          <p className="explained">
            {amount(list.length, "cell")} of the matrix. Where analysts differ about one article, it is not the articles
            that contradict each other.
          </p>
          <ul className="disagreements">
            {list.slice(0, MOST_LISTED).map((one) => (
              <Item key={`${one.claim.id} ${one.source.id}`} one={one} />
            ))}
          </ul>
          <NotListed number={list.length} />
        </>
      )}
    </section>
  );
}

function Item({ one: { claim, source, kind, sayings } }: { readonly one: Disagreement }) {
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
          {` · ${KIND_WORDS[kind]}`}
        </small>
      </button>
      <ul className="sayings">
        {sayings.map(({ analyst, cell }) => (
          <li key={analyst.id}>
            <Said name={analyst.name} cell={cell} />
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

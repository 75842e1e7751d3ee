import { useMemo, useState } from "react";
import type { ClaimId } from "../../../annotations/model/id.ts";
import { type Source, sourceName } from "../../../annotations/model/source.ts";
import type { Relation } from "../../../annotations/review/difference.ts";
import { type SourcePair, sharedBy, sourcePairs, type Voices } from "../../../annotations/review/source-pairs.ts";
import { amount } from "../../controls/amount.ts";
import { useDesk } from "../../session/desk.ts";
import { matrix, matrixRow } from "../../session/selectors.ts";
import { CellLink } from "../evidence/CellLink.tsx";
import { ClaimTitle } from "../evidence/ClaimTitle.tsx";
import { NotListed } from "../NotListed.tsx";
import "./pairs.css";

/** How many sources stand in the table. */
const MOST_SOURCES = 40;

/** How many claims of a pair are listed under each relation. */
const MOST_CLAIMS = 100;

const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  opposite: "opposite",
  hedging: "one hedges",
  same: "same",
};

/** For every two sources how many claims both address, and how they stand to each other there; counts, never a score. */
export function PairsPart() {
  const made = useDesk(matrix);
  const [voices, setVoices] = useState<Voices>("own");
  const [chosen, setChosen] = useState<string | null>(null);
  const sources = useMemo(() => made.sources.slice(0, MOST_SOURCES), [made]);
  const pairs = useMemo(() => sourcePairs({ rows: made.rows, sources }, voices), [made, sources, voices]);
  const byKey = useMemo(() => new Map(pairs.map((pair) => [keyOf(pair.a, pair.b), pair])), [pairs]);
  const most = Math.max(1, ...pairs.map(({ claims }) => claims.opposite.length));
  const pair = chosen === null ? undefined : byKey.get(chosen);
  return (
    <div className="part-body">
      <p className="explained">
        Claims that both address: <b>same</b> stance, <b>opposite</b> stances (one supports, the other refutes), or one{" "}
        <b>hedges</b> (mixed, questions or only mentions). The darker, the more opposite ones. It counts what they say;
        it does not tell which of them to rely on.
      </p>
      <label className="check">
        <input
          type="checkbox"
          checked={voices === "all"}
          onChange={(event) => setVoices(event.target.checked ? "all" : "own")}
        />
        Count what they only quote, too
      </label>
      <div className="matrix-frame">
        <table className="pairs" aria-label="Pairs of sources">
          <thead>
            <tr>
              <th scope="col">Source</th>
              {sources.slice(1).map((source) => (
                <th key={source.id} scope="col" className="source-column">
                  <bdi>{sourceName(source)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sources.slice(0, -1).map((a, i) => (
              <tr key={a.id}>
                <th scope="row">
                  <bdi>{sourceName(a)}</bdi>
                </th>
                {sources.slice(1).map((b, j) => (
                  <td key={b.id}>
                    {j >= i && (
                      <PairCell
                        pair={byKey.get(keyOf(a.id, b.id))}
                        names={[a, b]}
                        most={most}
                        isChosen={chosen === keyOf(a.id, b.id)}
                        onChoose={() => setChosen(keyOf(a.id, b.id))}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <NotListed number={made.sources.length} most={MOST_SOURCES} />
      {pair ? <PairClaims pair={pair} sources={made.sources} /> : <p>Choose a pair to see its claims.</p>}
    </div>
  );
}

function keyOf(a: string, b: string): string {
  return `${a} ${b}`;
}

interface PairCellProps {
  readonly pair: SourcePair | undefined;
  readonly names: readonly [Source, Source];
  /** The most opposite claims of any pair. */
  readonly most: number;
  readonly isChosen: boolean;
  onChoose(): void;
}

function PairCell({ pair, names, most, isChosen, onChoose }: PairCellProps) {
  if (!pair) return null;
  const shared = sharedBy(pair);
  const { same, opposite, hedging } = pair.claims;
  if (shared === 0) return <span className="none">no claim</span>;
  return (
    <button
      type="button"
      className="pair"
      aria-pressed={isChosen}
      style={{
        background: `color-mix(in srgb, var(--refutes-tint) ${Math.round((opposite.length / most) * 100)}%, var(--page))`,
      }}
      onClick={onChoose}
    >
      <span className="sr-only">{names.map(sourceName).join(" and ")}: </span>
      <b>{amount(shared, "claim")}</b>
      <small>
        {same.length} same · {opposite.length} opposite · {hedging.length} hedged
      </small>
    </button>
  );
}

function PairClaims({ pair, sources }: { readonly pair: SourcePair; readonly sources: readonly Source[] }) {
  const both = [pair.a, pair.b].flatMap((id) => sources.find((source) => source.id === id) ?? []);
  return (
    <section className="pair-claims" aria-label="Claims of the chosen pair" aria-live="polite">
      <h3>
        <bdi>{both.map(sourceName).join(" and ")}</bdi>
      </h3>
      {(["opposite", "hedging", "same"] as const).map((relation) => (
        <PairGroup key={relation} name={RELATION_WORDS[relation]} claims={pair.claims[relation]} both={both} />
      ))}
    </section>
  );
}

interface GroupProps {
  readonly name: string;
  readonly claims: readonly ClaimId[];
  readonly both: readonly Source[];
}

function PairGroup({ name, claims, both }: GroupProps) {
  if (claims.length === 0) return null;
  return (
    <>
      <h4>
        {name} <small>{amount(claims.length, "claim")}</small>
      </h4>
      <ul>
        {claims.slice(0, MOST_CLAIMS).map((id) => (
          <PairClaim key={id} id={id} both={both} />
        ))}
      </ul>
      <NotListed number={claims.length} most={MOST_CLAIMS} />
    </>
  );
}

function PairClaim({ id, both }: { readonly id: ClaimId; readonly both: readonly Source[] }) {
  const row = useDesk((state) => matrixRow(state, id));
  if (!row) return null;
  return (
    <li>
      <p>
        <ClaimTitle claim={row.claim} />
      </p>
      <div className="cell-links">
        {both.map((source) => {
          const cell = row.cells.get(source.id);
          return (
            cell && (
              <CellLink key={source.id} place={{ claimId: id, sourceId: source.id }} cell={cell}>
                {sourceName(source)}
              </CellLink>
            )
          );
        })}
      </div>
    </li>
  );
}

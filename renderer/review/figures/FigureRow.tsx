import type { ReactNode } from "react";
import type { Figure } from "../../../annotations/figures/claim-figures.ts";
import { valueWords } from "../../../annotations/figures/value-words.ts";
import type { ListedClaim } from "../../../annotations/model/claim-list.ts";
import { sourceName } from "../../../annotations/model/source.ts";
import { stanceCell } from "../../../annotations/review/cell.ts";
import { useDesk } from "../../session/desk.ts";
import { showPassage } from "../evidence/cell-place.ts";
import { CellSign } from "../matrix/CellSign.tsx";

interface Props {
  readonly claim: ListedClaim;
  readonly figure: Figure;
  /** The figure on its scale, where it has one. */
  readonly children?: ReactNode;
}

/** One figure: who gives it, with which stance, in which words. It leads to its passage. */
export function FigureRow({ claim, figure, children }: Props) {
  const { source, tag, value } = figure;
  const isChosen = useDesk(({ activeTag, activeCell }) => activeTag === tag.id && activeCell?.claimId === claim.id);
  const means = valueWords(value);
  return (
    <li>
      <button
        type="button"
        className={`figure-row ${tag.stance}`}
        aria-pressed={isChosen}
        onClick={() => showPassage(claim.id, figure)}
      >
        <CellSign cell={stanceCell([figure])} />
        <span className="figure-source">
          <bdi>{sourceName(source)}</bdi>
          <q dir="auto">{value.words}</q>
        </span>
        {children ?? <span className="figure-place">{means}</span>}
        <span className="sr-only">{`: ${means}, ${figureVoice(figure)}`}</span>
      </button>
    </li>
  );
}

/** The stance of the passage, and who says it. */
export function figureVoice({ tag }: Figure): string {
  if (tag.voice === "own") return `${tag.stance}, in the article's own voice`;
  return `${tag.stance}, only quoted${tag.speaker === "" ? "" : `: ${tag.speaker}`}`;
}

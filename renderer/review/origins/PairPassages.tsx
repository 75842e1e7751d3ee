import { useMemo, useState } from "react";
import { type Source, sourceName } from "../../../annotations/model/source.ts";
import type { PassagePair } from "../../../annotations/shared-passages/passage-pairs.ts";
import type { SharedPassage } from "../../../annotations/shared-passages/shared-passage.ts";
import { type PassageText, sideBySide } from "../../../annotations/shared-passages/side-by-side.ts";
import { codePointsOf } from "../../../annotations/text/code-points.ts";
import { amount } from "../../controls/amount.ts";
import { Quote } from "../../search/Quote.tsx";
import { showShared } from "./show-shared.ts";

/** How many passages of a pair are shown before somebody asks for all. */
const FIRST = 10;

interface Props {
  readonly id: string;
  readonly pair: PassagePair;
}

/** What two articles share, in two columns. */
export function PairPassages({ id, pair: { a, b, passages } }: Props) {
  const [most, setMost] = useState(FIRST);
  return (
    <div className="shared-passages" id={id}>
      <ol>
        {passages.slice(0, most).map((shared) => (
          <Shared key={`${shared.a.start} ${shared.b.start}`} shared={shared} a={a} b={b} />
        ))}
      </ol>
      {passages.length > most && (
        <button type="button" onClick={() => setMost(passages.length)}>
          Show all {amount(passages.length, "passage")}
        </button>
      )}
    </div>
  );
}

interface SharedProps {
  readonly shared: SharedPassage;
  readonly a: Source;
  readonly b: Source;
}

function Shared({ shared, a, b }: SharedProps) {
  const [left, right] = useMemo(() => sideBySide(quoteOf(a, shared.a), quoteOf(b, shared.b)), [shared, a, b]);
  const { words, equalWords } = shared;
  return (
    <li>
      <p className="shared-count">
        {words === equalWords
          ? `${amount(words, "word")}, all equal`
          : `${amount(words, "word")}, ${equalWords.toLocaleString("en")} of them equal`}
      </p>
      <div className="shared-sides">
        <Side source={a} side={left} onShow={() => showShared(shared.a, shared.b)} />
        <Side source={b} side={right} onShow={() => showShared(shared.b, shared.a)} />
      </div>
    </li>
  );
}

interface SideProps {
  readonly source: Source;
  readonly side: PassageText;
  onShow(): void;
}

function Side({ source, side, onShow }: SideProps) {
  return (
    <button type="button" className="shared-side" title="Show it in its text" onClick={onShow}>
      <bdi className="passage-source">{sourceName(source)}</bdi>
      <Quote text={side.text} marked={side.differing} />
      {side.isCut && <small> … it goes on in the text</small>}
    </button>
  );
}

function quoteOf(source: Source, { start, end }: SharedPassage["a"]): string {
  return codePointsOf(source).slice(start, end);
}

import { type KeyboardEvent, memo, useState } from "react";
import { type Source, sourceName } from "../../annotations/model/source.ts";
import { CONTEXT_LENGTH, rangeAt } from "../../annotations/text/selector.ts";
import { useDesk } from "../session/desk.ts";
import { Quote } from "./Quote.tsx";
import type { Found } from "./run-search.ts";
import { goToHit, nameOf, type Place, tick, useSearch } from "./searching.ts";

/** How many hits of one source are listed before somebody asks for all. */
const FIRST = 100;

interface Props {
  readonly found: Found;
  /** The place of its first hit among all hits. */
  readonly first: number;
}

/** The hits in one source, each in its context and with a tick. */
export function SourceHitList({ found, first }: Props) {
  const source = useDesk((state) => state.project.sources.find(({ id }) => id === found.sourceId));
  const current = useSearch((state) => state.current - first);
  const ticked = useSearch((state) => state.ticked);
  const [all, setAll] = useState(false);
  if (!source) return null;
  const places = found.hits.map((hit): Place => ({ sourceId: source.id, ...hit }));
  const shown = all ? places : places.slice(0, Math.max(FIRST, current < places.length ? current + 1 : 0));
  const every = places.every((place) => ticked.has(nameOf(place)));
  const name = sourceName(source);
  return (
    <section aria-label={name}>
      <h3>
        <label>
          <input
            type="checkbox"
            checked={every}
            aria-label={`Tick all hits in ${name}`}
            onChange={() => tick(places, !every)}
          />
          <bdi>{name}</bdi>
        </label>
        <small>
          {places.length.toLocaleString("en")}
          {found.more && "+"}
        </small>
      </h3>
      <ul>
        {shown.map((place, i) => (
          <HitItem
            key={nameOf(place)}
            source={source}
            start={place.start}
            end={place.end}
            place={first + i}
            isCurrent={i === current}
            isTicked={ticked.has(nameOf(place))}
          />
        ))}
      </ul>
      {shown.length < places.length && (
        <button type="button" className="quiet" onClick={() => setAll(true)}>
          Show all {places.length.toLocaleString("en")}
        </button>
      )}
    </section>
  );
}

interface ItemProps {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly place: number;
  readonly isCurrent: boolean;
  readonly isTicked: boolean;
}

const HitItem = memo(function HitItem({ source, start, end, place, isCurrent, isTicked }: ItemProps) {
  const hit: Place = { sourceId: source.id, start, end };
  const { quote, prefix, suffix } = rangeAt(source, start, end);
  const before = wordsBefore(prefix);
  const toggle = () => tick([hit], !isTicked);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== " ") return;
    event.preventDefault();
    toggle();
  };
  const isFirst = useSearch((state) => state.current === -1 && place === 0);
  return (
    <li className={isCurrent ? "current" : ""}>
      <input type="checkbox" tabIndex={-1} checked={isTicked} aria-label={`Tick “${quote}”`} onChange={toggle} />
      <button
        type="button"
        className="hit"
        tabIndex={isCurrent || isFirst ? 0 : -1}
        aria-current={isCurrent ? "true" : undefined}
        onClick={() => goToHit(place)}
        onKeyDown={onKey}
      >
        <Quote
          text={`${before}${quote}${wordsAfter(suffix)}`}
          marked={[[before.length, before.length + quote.length]]}
        />
        {isTicked && <span className="sr-only">, ticked</span>}
      </button>
    </li>
  );
});

/** The end of the paragraph before a hit, from a whole word on. */
function wordsBefore(prefix: string): string {
  const line = prefix.split("\n").at(-1) ?? "";
  return line.length < prefix.length || prefix.length < CONTEXT_LENGTH ? line : `… ${line.replace(/^\S*\s+/u, "")}`;
}

/** The beginning of what follows a hit in its paragraph, up to a whole word. */
function wordsAfter(suffix: string): string {
  const line = suffix.split("\n")[0] ?? "";
  return line.length < suffix.length || suffix.length < CONTEXT_LENGTH ? line : `${line.replace(/\s+\S*$/u, "")} …`;
}

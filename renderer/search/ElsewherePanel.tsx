import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { MarkId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import { openSources } from "../../annotations/model/project.ts";
import { sourceName } from "../../annotations/model/source.ts";
import { STANCE_SIGNS, type Stance, stanceOfKey } from "../../annotations/model/stance.ts";
import type { Tag } from "../../annotations/model/tag.ts";
import type { SimilarPassage } from "../../annotations/search/similar.ts";
import { Key } from "../controls/Key.tsx";
import { StanceButtons } from "../controls/StanceButtons.tsx";
import { revealPane } from "../panes/arranging.ts";
import { showPassage } from "../reading/text-views.ts";
import { desk, setDesk, useDesk } from "../session/desk.ts";
import { claimOf, isReadOnly, markOf } from "../session/selectors.ts";
import { askedTag, closeElsewhere, findLike, tagLike, tagThere } from "./elsewhere.ts";
import { highlight } from "./highlights.ts";
import { focusList, moveInList } from "./list-keys.ts";
import { Quote } from "./Quote.tsx";

/** What the other texts say like a mark, the best of each source together, with a key to tag it the same. */
export function ElsewherePanel({ markId }: { readonly markId: MarkId }) {
  const mark = useDesk((state) => markOf(state, markId));
  const panel = useRef<HTMLElement>(null);
  const { passages, done } = useLike(mark);
  const count = useDesk((state) => openSources(state.project).length);
  const [chosen, setChosen] = useState(0);
  const tag = useDesk((state) => mark && askedTag(state, mark));
  const passage = passages?.[chosen];
  useEffect(() => {
    if (panel.current && passages) focusList(panel.current);
  }, [passages]);
  useEffect(() => (passage ? highlight([placeOf(passage)], 0) : undefined), [passage]);
  const give = (stance: Stance) => passage && tagLike(passage, tag, stance);
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "Escape") {
      event.preventDefault();
      closeElsewhere(mark);
    }
    if (moveInList(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const stance = event.key === "." ? tag?.stance : stanceOfKey(event.key);
    if (!stance) return;
    event.preventDefault();
    give(stance);
  };
  return (
    <aside className="side-panel elsewhere" aria-label="Found elsewhere" ref={panel} tabIndex={-1} onKeyDown={onKey}>
      <div className="search-form">
        <div className="rail-head">
          <h2>Found elsewhere</h2>
          <button
            type="button"
            className="icon small"
            aria-label="Close"
            title="Close (Esc)"
            onClick={() => closeElsewhere(mark)}
          >
            <span aria-hidden="true">×</span>
          </button>
        </div>
        {mark ? <Asked mark={mark} tag={tag} /> : <p role="status">The mark is no longer there.</p>}
        {mark && !passages && (
          <p role="status">
            Reading the articles: {done} of {count}. Esc stops it.
          </p>
        )}
        {mark && passages?.length === 0 && (
          <p role="status">
            No other article says anything like it. A longer mark, with its names and figures, finds more.
          </p>
        )}
      </div>
      <div className="results">
        {bySource(passages ?? []).map((group) => (
          <section key={group[0]?.passage.source.id} aria-label={group[0] && sourceName(group[0].passage.source)}>
            <h3>
              <bdi>{group[0] && sourceName(group[0].passage.source)}</bdi>
              <small>{group.length}</small>
            </h3>
            <ul>
              {group.map(({ passage: one, place }) => (
                <LikeItem
                  key={one.range.start}
                  passage={one}
                  tag={tag}
                  isChosen={place === chosen}
                  onFocus={() => setChosen(place)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {passage && <Tagging tag={tag} onChoose={give} />}
    </aside>
  );
}

function placeOf({ source, range }: SimilarPassage) {
  return { sourceId: source.id, start: range.start, end: range.end };
}

/** What is like a mark, found once for the place of the mark and the texts; null while they are being read. */
function useLike(mark: Mark | undefined): { passages: readonly SimilarPassage[] | null; done: number } {
  const sources = useDesk((state) => state.project.sources);
  const ranges = mark?.ranges;
  const [passages, setPassages] = useState<readonly SimilarPassage[] | null>(null);
  const [done, setDone] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tag of the mark makes nothing more alike
  useEffect(() => {
    if (!mark) return;
    const stopping = new AbortController();
    const open = openSources({ ...desk().project, sources });
    void findLike(mark, open, stopping.signal, setDone).then((found) => {
      if (found && !stopping.signal.aborted) setPassages(listed(found));
    });
    return () => stopping.abort();
  }, [ranges, sources]);
  return { passages, done };
}

/** In the order in which they are listed: sources by their best passage. */
function listed(found: readonly SimilarPassage[]): readonly SimilarPassage[] {
  const sources = [...new Set(found.map(({ source }) => source))];
  return sources.flatMap((source) => found.filter((passage) => passage.source === source));
}

interface Placed {
  readonly passage: SimilarPassage;
  readonly place: number;
}

function bySource(passages: readonly SimilarPassage[]): readonly (readonly Placed[])[] {
  const groups = new Map<string, Placed[]>();
  for (const [place, passage] of passages.entries()) {
    const group = groups.get(passage.source.id) ?? [];
    groups.set(passage.source.id, [...group, { passage, place }]);
  }
  return [...groups.values()];
}

function Asked({ mark, tag }: { readonly mark: Mark; readonly tag: Tag | undefined }) {
  const label = useDesk((state) => tag && claimOf(state, tag.claimId)?.displayLabel);
  return (
    <blockquote dir="auto">
      {tag && (
        <b className={`chip ${tag.stance}`}>
          {label ?? "?"}
          {STANCE_SIGNS[tag.stance]}
        </b>
      )}{" "}
      {mark.ranges.map((range) => range.quote).join(" … ")}
    </blockquote>
  );
}

interface LikeProps {
  readonly passage: SimilarPassage;
  readonly tag: Tag | undefined;
  readonly isChosen: boolean;
  onFocus(): void;
}

function LikeItem({ passage, tag, isChosen, onFocus }: LikeProps) {
  const { source, range, shared } = passage;
  const there = useDesk((state) => tagThere(state, passage, tag?.claimId));
  const label = useDesk((state) => there && claimOf(state, there.claimId)?.displayLabel);
  return (
    <li className={isChosen ? "current" : ""}>
      <button
        type="button"
        className="hit"
        tabIndex={isChosen ? 0 : -1}
        aria-current={isChosen ? "true" : undefined}
        onFocus={onFocus}
        onClick={() => {
          revealPane(source.id);
          showPassage(source.id, range.start, range.end);
        }}
      >
        <Quote text={range.quote} marked={shared} />
        {there && (
          <span className={`chip ${there.stance}`}>
            {label}
            {STANCE_SIGNS[there.stance]} <span>already tagged</span>
          </span>
        )}
      </button>
    </li>
  );
}

function Tagging({ tag, onChoose }: { readonly tag: Tag | undefined; onChoose(stance: Stance): void }) {
  const readOnly = useDesk(isReadOnly);
  const words = useDesk((state) => state.panelWords);
  const label = useDesk((state) => tag && claimOf(state, tag.claimId)?.displayLabel);
  useEffect(() => () => setDesk({ panelWords: "" }), []);
  return (
    <fieldset className="tagging" disabled={readOnly} aria-label="Tag the passage">
      <p>
        {tag ? (
          <>
            Tag with {label ?? "?"}, <Key>.</Key> as {tag.stance}:
          </>
        ) : (
          "Mark this passage:"
        )}{" "}
        <span role="status">{words}</span>
      </p>
      <StanceButtons layout="bar" numbered onChoose={onChoose} />
    </fieldset>
  );
}

import { type KeyboardEvent, useEffect, useRef } from "react";
import { sourceName } from "../../annotations/model/source.ts";
import type { Query } from "../../annotations/search/query.ts";
import { ActionKey, useNameWithKey } from "../actions/ActionKey.tsx";
import { Key } from "../controls/Key.tsx";
import { lastFocusedText } from "../reading/text-views.ts";
import { useDesk } from "../session/desk.ts";
import { ask, closeSearch, searchOnlyHere, stepToHit, useSearch } from "./searching.ts";

const SWITCHES: readonly (readonly [keyof Omit<Query, "words">, string])[] = [
  ["matchCase", "Match case"],
  ["wholeWords", "Whole words"],
  ["expression", "Regular expression"],
];

/** What is searched for, how, and where; and how much was found. */
export function SearchForm({ count }: { readonly count: number }) {
  const query = useSearch((state) => state.query);
  const only = useSearch((state) => state.only);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <div className="search-form">
      <div className="rail-head">
        <h2>Search</h2>
        <button
          type="button"
          className="icon small"
          aria-label="Close the search"
          title="Close (Esc)"
          onClick={closeSearch}
        >
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <label className="filter">
        <span className="sr-only">Search for</span>
        <input
          ref={field}
          id="search-field"
          type="text"
          placeholder="Words in the articles"
          autoComplete="off"
          spellCheck={false}
          maxLength={1_000}
          value={query.words}
          onChange={(event) => ask({ query: { ...query, words: event.target.value } })}
          onKeyDown={onFieldKey}
        />
        <Steps disabled={count === 0} />
      </label>
      <div className="switches">
        {SWITCHES.map(([name, label]) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={query[name]}
              onChange={(event) => ask({ query: { ...query, [name]: event.target.checked } })}
            />
            {label}
          </label>
        ))}
        <label>
          <input type="checkbox" checked={only !== null} onChange={(event) => searchOnlyHere(event.target.checked)} />
          <Only />
        </label>
      </div>
      <Answer count={count} />
    </div>
  );
}

function Only() {
  const only = useSearch((state) => state.only);
  const name = useDesk(({ project }) => {
    const wanted = only ?? lastFocusedText();
    const source = project.sources.find(({ id, removed }) => id === wanted && !removed);
    return source && sourceName(source);
  });
  return <span>This article only{name && <small dir="auto"> {name}</small>}</span>;
}

function Steps({ disabled }: { readonly disabled: boolean }) {
  const previous = useNameWithKey("Previous hit", "search.previous");
  const next = useNameWithKey("Next hit", "search.next");
  return (
    <>
      <button
        type="button"
        className="icon small"
        disabled={disabled}
        aria-label="Previous hit"
        title={previous}
        onClick={() => stepToHit(-1)}
      >
        <span aria-hidden="true">↑</span>
      </button>
      <button
        type="button"
        className="icon small"
        disabled={disabled}
        aria-label="Next hit"
        title={next}
        onClick={() => stepToHit(1)}
      >
        <span aria-hidden="true">↓</span>
      </button>
    </>
  );
}

function onFieldKey(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === "Enter") stepToHit(event.shiftKey ? -1 : 1);
  if (event.key !== "ArrowDown") return;
  event.preventDefault();
  document.querySelector<HTMLElement>('.side-panel .hit[tabindex="0"]')?.focus();
}

/** How much was found, what to try where nothing was, and how to begin. */
function Answer({ count }: { readonly count: number }) {
  const { query, refusal, running, current, found } = useSearch();
  const more = found.some((one) => one.more);
  if (query.words.trim() === "") {
    return (
      <div className="hint">
        <p>Finds words in every article, in capitals or not and with or without accents: “keita” finds “Keïta”.</p>
        <p>
          <Key>Enter</Key> and <ActionKey id="search.next" /> go from hit to hit. Tick hits in the list and press{" "}
          <Key>1</Key> to <Key>5</Key> to mark them all.
        </p>
      </div>
    );
  }
  if (running) return <p role="status">Searching…</p>;
  if (refusal) return <p role="status">{refusal}</p>;
  if (count === 0) return <p role="status">Nothing found. {whatToTry(query)}</p>;
  const total = `${count.toLocaleString("en")}${more ? " or more" : ""}`;
  const articles = `${found.length} ${found.length === 1 ? "article" : "articles"}`;
  return (
    <p role="status">
      {current >= 0 ? `${current + 1} of ${total}` : `${total} ${count === 1 ? "hit" : "hits"}`} in {articles}
    </p>
  );
}

function whatToTry({ matchCase, wholeWords, expression }: Query): string {
  if (expression) return "A regular expression tells accents apart and stays inside one paragraph.";
  if (matchCase || wholeWords) return `Try it without “${matchCase ? "Match case" : "Whole words"}”.`;
  return "Try fewer words, or the beginning of one.";
}

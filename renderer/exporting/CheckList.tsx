import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { queryWords, scoreOf, searchable } from "../../annotations/search/word-score.ts";
import { amount } from "../controls/amount.ts";
import { focusWhenThere } from "../controls/focus-when-there.ts";

/** One line of a list of check boxes. */
export interface CheckItem<Id extends string> {
  readonly id: Id;
  /** A short name before the words; empty where the words are the name. */
  readonly label: string;
  readonly words: string;
}

interface Props<Id extends string> {
  /** What is chosen, in the plural: “Claims”. */
  readonly name: string;
  readonly items: readonly CheckItem<Id>[];
  /** How many marks each of them brings; those that are not named, none. */
  readonly counts: ReadonlyMap<Id, number>;
  readonly checked: ReadonlySet<Id>;
  onCheck(checked: ReadonlySet<Id>): void;
}

/** Lines beyond the part in view that are there all the same, so that short ways find them. */
const OVERSCAN = 8;

/** About how high a line is, in pixels, until it has been measured. */
const LINE = 30;

/** How high the list may be, in pixels, before it scrolls. */
const TALLEST = 210;

/** Check boxes for any number of things, with a field that finds some of them. */
export function CheckList<Id extends string>(props: Props<Id>) {
  const { name, items, checked, onCheck } = props;
  const [query, setQuery] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const found = useFound(items, query);
  const isAllChecked = found.length > 0 && found.every(({ id }) => checked.has(id));
  const checkFound = (isChecked: boolean) => onCheck(withChecked(checked, found, isChecked));
  return (
    <div className="check-list">
      <div className="check-list-head">
        <input
          type="text"
          aria-label={`Find ${name.toLowerCase()}`}
          placeholder={`Find ${name.toLowerCase()}`}
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          value={query}
          onChange={({ target }) => setQuery(target.value)}
          onKeyDown={(event) => {
            // Enter would save the file.
            if (event.key === "Enter") event.preventDefault();
            if (event.key !== "ArrowDown") return;
            event.preventDefault();
            focusWhenThere(list.current, "input[tabindex='0']");
          }}
        />
        <button type="button" className="quiet" disabled={found.length === 0} onClick={() => checkFound(!isAllChecked)}>
          {isAllChecked ? "Untick" : "Tick"} {query.trim() === "" ? "all" : amount(found.length, "line")}
        </button>
      </div>
      {found.length === 0 ? (
        <p className="hint">Nothing has these words.</p>
      ) : (
        <CheckLines key={query} {...props} list={list} items={found} />
      )}
    </div>
  );
}

function useFound<Id extends string>(items: readonly CheckItem<Id>[], query: string): readonly CheckItem<Id>[] {
  const compared = useMemo(() => items.map((item) => ({ item, text: searchable(item.label, item.words) })), [items]);
  return useMemo(() => {
    const words = queryWords(query);
    if (words.length === 0) return items;
    const having = (lenient: boolean) =>
      compared.flatMap(({ item, text }) => (scoreOf(text, words, lenient) > 0 ? [item] : []));
    const exact = having(false);
    // A slip of the pen is forgiven only where nothing has the words as they stand.
    return exact.length > 0 ? exact : having(true);
  }, [items, compared, query]);
}

function withChecked<Id extends string>(
  checked: ReadonlySet<Id>,
  items: readonly CheckItem<Id>[],
  isChecked: boolean,
): ReadonlySet<Id> {
  const next = new Set(checked);
  for (const { id } of items) {
    if (isChecked) next.add(id);
    else next.delete(id);
  }
  return next;
}

interface LinesProps<Id extends string> extends Props<Id> {
  readonly list: { current: HTMLDivElement | null };
}

/** One line can take the focus; ↑ ↓ Home End Page Up Page Down move it, Space ticks. Only what is in view is on the page. */
function CheckLines<Id extends string>({ list, name, items, counts, checked, onCheck }: LinesProps<Id>) {
  const [at, setAt] = useState(0);
  const base = useId();
  const lines = useVirtualizer({
    count: items.length,
    getScrollElement: () => list.current,
    getItemKey: (i) => items[i]?.id ?? i,
    estimateSize: () => LINE,
    overscan: OVERSCAN,
    useAnimationFrameWithResizeObserver: true,
  });
  const shown = lines.getVirtualItems();
  const [first, last] = [shown[0], shown.at(-1)];
  const space = { paddingTop: first?.start ?? 0, paddingBottom: last ? lines.getTotalSize() - last.end : 0 };
  // The line that can take the focus may be out of view, and Tab must find one all the same.
  const current = shown.some(({ index }) => index === at) ? at : (first?.index ?? 0);
  const press = (event: KeyboardEvent) => {
    const to = nextLine(event.key, current, items.length);
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setAt(to);
    lines.scrollToIndex(to, { align: "auto" });
    focusWhenThere(list.current, `[data-index="${to}"] input`);
  };
  return (
    <div ref={list} className="check-lines" style={{ height: Math.min(lines.getTotalSize(), TALLEST) }}>
      <ul aria-label={name} style={space} onKeyDown={press}>
        {shown.map(({ index, key }) => {
          const item = items[index];
          return (
            item && (
              <li
                key={key}
                ref={lines.measureElement}
                data-index={index}
                aria-setsize={items.length}
                aria-posinset={index + 1}
              >
                <label className="check">
                  <input
                    type="checkbox"
                    tabIndex={index === current ? 0 : -1}
                    aria-describedby={`${base}-${index}`}
                    checked={checked.has(item.id)}
                    onFocus={() => setAt(index)}
                    onChange={({ target }) => onCheck(withChecked(checked, [item], target.checked))}
                  />
                  <span dir="auto">
                    {item.label !== "" && <span className="claim-label">{item.label} </span>}
                    {item.words}
                  </span>
                </label>
                <small id={`${base}-${index}`}>
                  {(counts.get(item.id) ?? 0).toLocaleString("en")} <span className="sr-only">marks</span>
                </small>
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

/** How many lines Page Up and Page Down go on. */
const PAGE = 6;

function nextLine(key: string, at: number, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.max(0, Math.min(to, count - 1));
}

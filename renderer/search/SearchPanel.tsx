import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { openSources } from "../../annotations/model/project.ts";
import { stanceOfKey } from "../../annotations/model/stance.ts";
import { StanceButtons } from "../controls/StanceButtons.tsx";
import { setDesk, useDesk } from "../session/desk.ts";
import { isReadOnly } from "../session/selectors.ts";
import { highlight } from "./highlights.ts";
import { moveInList } from "./list-keys.ts";
import { SearchForm } from "./SearchForm.tsx";
import { SourceHitList } from "./SourceHitList.tsx";
import { allHits, ask, chosenHits, closeSearch, markHits, useSearch } from "./searching.ts";

/** The search in all texts: what is asked, what was found, and a way to make marks of it. */
export function SearchPanel() {
  const found = useSearch((state) => state.found);
  const current = useSearch((state) => state.current);
  const panel = useRef<HTMLElement>(null);
  useFreshAnswer();
  const places = useMemo(() => allHits(found), [found]);
  useEffect(() => highlight(places, current), [places, current]);
  useEffect(() => {
    if (current >= 0) panel.current?.querySelector("li.current")?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const firsts = found.map((_, i) => found.slice(0, i).reduce((sum, { hits }) => sum + hits.length, 0));
  return (
    <aside className="side-panel" aria-label="Search" ref={panel} onKeyDown={onKey}>
      <SearchForm count={places.length} />
      <div className="results">
        {found.map((one, i) => (
          <SourceHitList key={one.sourceId} found={one} first={firsts[i] ?? 0} />
        ))}
      </div>
      {places.length > 0 && <Tagging />}
    </aside>
  );
}

/** Asks again when the panel opens and when the texts themselves have changed; marks do not count. */
function useFreshAnswer(): void {
  const sources = useDesk((state) => state.project.sources);
  useEffect(() => {
    const { only } = useSearch.getState();
    const isThere = openSources({ ...useDesk.getState().project, sources }).some(({ id }) => id === only);
    ask(isThere ? {} : { only: null });
  }, [sources]);
}

function onKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === "Escape") {
    event.preventDefault();
    closeSearch();
    return;
  }
  if (moveInList(event)) return;
  const inField = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
  if (event.ctrlKey || event.metaKey || event.altKey !== inField) return;
  const stance = stanceOfKey(inField ? event.code.replace("Digit", "") : event.key);
  if (!stance) return;
  event.preventDefault();
  markHits(stance);
}

/** The stances for what is ticked, and what was done with them. */
function Tagging() {
  const chosen = useSearch((state) => chosenHits(state).length);
  const ticked = useSearch((state) => state.ticked.size);
  const readOnly = useDesk(isReadOnly);
  const words = useDesk((state) => state.panelWords);
  useEffect(() => () => setDesk({ panelWords: "" }), []);
  const what = ticked > 0 ? `the ${ticked} ticked` : chosen > 0 ? "this hit" : "ticked hits";
  return (
    <fieldset className="tagging" disabled={readOnly || chosen === 0} aria-label="Mark hits">
      <p>
        Mark {what}: <span role="status">{words}</span>
      </p>
      <StanceButtons layout="bar" numbered onChoose={markHits} />
    </fieldset>
  );
}

import { type KeyboardEvent, useEffect, useMemo } from "react";
import type { ListedMark, Names } from "../../annotations/mark-list/facets.ts";
import { filterMarks } from "../../annotations/mark-list/mark-filter.ts";
import { openSources } from "../../annotations/model/project.ts";
import { projectName } from "../../annotations/model/speaker-names.ts";
import { useNameWithKey } from "../actions/ActionKey.tsx";
import { findAction } from "../actions/registry.ts";
import { amount } from "../controls/amount.ts";
import { binMark } from "../marks/bin.ts";
import { toggleToDiscuss } from "../marks/remarks.ts";
import { highlight } from "../search/highlights.ts";
import { blindCount, visibleProject } from "../session/blindness.ts";
import { desk, useDesk } from "../session/desk.ts";
import { binOf, claimOf, markOf } from "../session/selectors.ts";
import { BinShelf } from "./BinShelf.tsx";
import { MarkFilters } from "./MarkFilters.tsx";
import { MarkLine } from "./MarkLine.tsx";
import { MarkLines } from "./MarkLines.tsx";
import { closeMarkList, filterOf, goToLine, narrow, showListed, useMarkListing } from "./mark-listing.ts";
import { NoMarks } from "./NoMarks.tsx";
import "./mark-list.css";

/** Every mark of the project, narrowed to what is looked for, and those that were deleted. */
export function MarkListPanel() {
  const shelf = useMarkListing((state) => state.shelf);
  const binned = useDesk((state) => binOf(state).length);
  const close = useNameWithKey("Close", "marks.list");
  useEffect(() => document.getElementById("mark-filter")?.focus(), []);
  return (
    <aside className="side-panel mark-list" aria-label="Marks" onKeyDown={onPanelKey}>
      <div className="rail-head">
        <nav className="views" aria-label="Lists of marks">
          <button
            type="button"
            aria-current={shelf === "marks" ? "page" : undefined}
            onClick={() => narrow({ shelf: "marks" })}
          >
            Marks
          </button>
          <button
            type="button"
            aria-current={shelf === "bin" ? "page" : undefined}
            onClick={() => narrow({ shelf: "bin" })}
          >
            Bin{binned > 0 && ` ${binned.toLocaleString("en")}`}
          </button>
        </nav>
        <button
          type="button"
          className="icon small"
          aria-label="Close"
          title={`${close}, or Esc`}
          onClick={closeMarkList}
        >
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {shelf === "marks" ? <MarkShelf /> : <BinShelf />}
    </aside>
  );
}

function onPanelKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "Escape") return;
  event.preventDefault();
  closeMarkList();
}

function MarkShelf() {
  const project = useDesk(visibleProject);
  const own = useDesk((state) => state.analyst.id);
  const listing = useMarkListing();
  const all = useMemo(() => marksOfAll(project), [project]);
  const filter = useMemo(() => filterOf(listing, own), [listing, own]);
  const found = useMemo(() => filterMarks(all, filter, NAMES), [all, filter]);
  const total = filter.chosen.analyst
    ? all.filter(({ analyst }) => analyst === filter.chosen.analyst).length
    : all.length;
  useOthersShown();
  return (
    <>
      <div className="search-form">
        <MarkFilters counts={found.counts} count={found.marks.length} total={total} />
        {listing.whose !== "own" && <StillBlind />}
        {found.marks.length === 0 && <NoMarks isEmpty={total === 0} />}
      </div>
      <MarkLines
        marks={found.marks}
        onKey={onLineKey}
        line={(listed, isAt) => <ListedLine listed={listed} isAt={isAt} />}
      />
    </>
  );
}

/** In how many articles others' marks are neither listed nor counted. */
function StillBlind() {
  const blind = useDesk(blindCount);
  if (blind === 0) return null;
  return (
    <p className="hint">
      You are still blind to {amount(blind, "article")}: others’ marks there are neither listed nor counted.
    </p>
  );
}

/** Every analyst's marks in the articles in view, as far as they may be seen. */
function marksOfAll(project: ReturnType<typeof desk>["project"]): readonly ListedMark[] {
  const inView = new Set(openSources(project).map(({ id }) => id));
  return project.sets.flatMap(({ analyst, marks }) =>
    marks.filter(({ sourceId }) => inView.has(sourceId)).map((mark) => ({ analyst: analyst.id, mark })),
  );
}

const NAMES: Names = {
  claimWords(id) {
    const claim = claimOf(desk(), id);
    return claim ? `${claim.displayLabel} ${claim.text}` : "";
  },
  speakerName: (name) => projectName(desk().project.file.speakers, name),
};

/** A mark of somebody else is not painted in the text, so its place is set off as a hit is. */
function useOthersShown(): void {
  const shown = useMarkListing((state) => state.shown);
  const own = useDesk((state) => state.analyst.id);
  useEffect(() => {
    if (!shown || shown.analyst === own) return;
    const { sourceId, ranges } = shown.mark;
    return highlight(
      ranges.map(({ start, end }) => ({ sourceId, start, end })),
      0,
    );
  }, [shown, own]);
}

/** The keys of the flag and of deleting mean the same as in the text. */
function onLineKey({ mark }: ListedMark, event: KeyboardEvent): boolean {
  const id = findAction(event.nativeEvent, ["text"])?.action.id;
  if (!markOf(desk(), mark.id) || (id !== "mark.discuss" && id !== "mark.delete")) return false;
  if (id === "mark.discuss") toggleToDiscuss(mark.id);
  else binMark(mark.id);
  return true;
}

function ListedLine({ listed, isAt }: { readonly listed: ListedMark; readonly isAt: boolean }) {
  const { analyst, mark } = listed;
  const active = useDesk((state) => state.activeMark === mark.id);
  const whose = useDesk((state) =>
    analyst === state.analyst.id ? "" : state.project.sets.find((set) => set.analyst.id === analyst)?.analyst.name,
  );
  return (
    <MarkLine
      mark={mark}
      about={whose ?? ""}
      isAt={isAt}
      isActive={active}
      onFocus={() => goToLine(mark.id)}
      onClick={() => showListed(listed)}
    />
  );
}

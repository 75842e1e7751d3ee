import { useState } from "react";
import type { Facet } from "../../annotations/mark-list/facets.ts";
import type { FilteredMarks } from "../../annotations/mark-list/mark-filter.ts";
import type { AnalystId } from "../../annotations/model/id.ts";
import { amount } from "../controls/amount.ts";
import { useDesk } from "../session/desk.ts";
import { FACET_WORDS, facetOptions } from "./facet-words.ts";
import { clearFilter, isNarrowed, narrow, useMarkListing } from "./mark-listing.ts";

type Choosable = Exclude<Facet, "analyst">;

const FIRST: readonly Choosable[] = ["source", "claim", "stance", "voice", "speaker", "flag"];
const MORE: readonly Choosable[] = ["note", "certainty", "confidence"];

interface Props {
  readonly counts: FilteredMarks["counts"];
  readonly count: number;
  readonly total: number;
}

/** What the list is narrowed to, each choice with how many marks it would find; and how many there are. */
export function MarkFilters({ counts, count, total }: Props) {
  const listing = useMarkListing();
  const [isOpen, setOpen] = useState(false);
  const several = useDesk(({ project }) => project.sets.length > 1);
  const more = isOpen || MORE.some((facet) => listing.chosen[facet] !== undefined) || listing.whose !== "own";
  return (
    <>
      <label className="filter">
        <span className="sr-only">Words in the passage, a note, the speaker or the claim</span>
        <input
          id="mark-filter"
          type="text"
          placeholder="Words in passage, note, claim"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          value={listing.words}
          onChange={(event) => narrow({ words: event.target.value })}
        />
      </label>
      <div className="facets">
        {(more ? [...FIRST, ...MORE] : FIRST).map((facet) => (
          <FacetSelect key={facet} facet={facet} counts={counts[facet]} />
        ))}
        {more && several && <Whose counts={counts.analyst} />}
      </div>
      <p className="found">
        <span role="status">
          {count === total ? amount(total, "mark") : `${count.toLocaleString("en")} of ${amount(total, "mark")}`}
        </span>
        <button type="button" className="quiet" aria-expanded={more} onClick={() => setOpen(!more)}>
          {more ? "Fewer filters" : "More filters"}
        </button>
        <button type="button" className="quiet" disabled={!isNarrowed(listing)} onClick={clearFilter}>
          Clear
        </button>
      </p>
    </>
  );
}

interface FacetProps {
  readonly facet: Choosable;
  readonly counts: ReadonlyMap<string, number>;
}

function FacetSelect({ facet, counts }: FacetProps) {
  const chosen = useMarkListing((state) => state.chosen);
  const project = useDesk((state) => state.project);
  const value = chosen[facet];
  const present = new Set([...counts.keys(), ...(value === undefined ? [] : [value])]);
  const { name, any } = FACET_WORDS[facet];
  const choose = (wanted: string) => {
    const { [facet]: _former, ...others } = chosen;
    narrow({ chosen: wanted === "" ? others : { ...others, [facet]: wanted } });
  };
  return (
    <select
      aria-label={name}
      className={value === undefined ? "" : "chosen"}
      value={value ?? ""}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{any}</option>
      {facetOptions(facet, present, { project }).map(({ value: option, words }) => (
        <option key={option} value={option}>
          {words} ({counts.get(option) ?? 0})
        </option>
      ))}
    </select>
  );
}

/** Whose marks are listed: the analyst's own, unless others' are asked for. */
function Whose({ counts }: { readonly counts: ReadonlyMap<string, number> }) {
  const whose = useMarkListing((state) => state.whose);
  const sets = useDesk(({ project }) => project.sets);
  const own = useDesk(({ analyst }) => analyst.id);
  const choose = (value: string) => {
    const other = sets.find(({ analyst }) => analyst.id === value)?.analyst.id;
    narrow({ whose: other ?? (value === "everyone" ? "everyone" : "own") });
  };
  const count = (id: AnalystId) => counts.get(id) ?? 0;
  return (
    <select
      aria-label={FACET_WORDS.analyst.name}
      className={whose === "own" ? "" : "chosen"}
      value={whose}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="own">My marks ({count(own)})</option>
      <option value="everyone">{FACET_WORDS.analyst.any}</option>
      {sets
        .filter(({ analyst }) => analyst.id !== own)
        .map(({ analyst }) => (
          <option key={analyst.id} value={analyst.id}>
            {analyst.name} ({count(analyst.id)})
          </option>
        ))}
    </select>
  );
}

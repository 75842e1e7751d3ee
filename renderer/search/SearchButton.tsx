import { ActionKey } from "../actions/ActionKey.tsx";
import { openSearch } from "./searching.ts";
import "./search.css";

/** The way to the search, with its key. */
export function SearchButton() {
  return (
    <button type="button" className="search-button" onClick={openSearch}>
      <span>Search all sources</span> <ActionKey id="search.open" />
    </button>
  );
}

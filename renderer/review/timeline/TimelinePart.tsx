import { useMemo } from "react";
import { type Source, sourceName } from "../../../annotations/model/source.ts";
import { type Timeline, type TimelineEntry, timelines } from "../../../annotations/review/timeline.ts";
import { dateWords } from "../../reading/date-words.ts";
import { useDesk } from "../../session/desk.ts";
import { matrix } from "../../session/selectors.ts";
import { CellLink } from "../evidence/CellLink.tsx";
import { ClaimTitle } from "../evidence/ClaimTitle.tsx";
import { MOST_LISTED, NotListed } from "../NotListed.tsx";
import "./timeline.css";

/** Who says what of each claim by the date of publication, who said it first, and which outlet changed. */
export function TimelinePart() {
  const made = useDesk(matrix);
  const lines = useMemo(() => timelines(made), [made]);
  if (lines.length === 0) return <p className="part-body">No article speaks to a claim yet.</p>;
  return (
    <div className="part-body">
      <p className="explained">
        By date of publication, not of the event. First: no other article that speaks to the claim may be older.
        Changed: the same outlet said something else before.
      </p>
      <ul className="timelines">
        {lines.slice(0, MOST_LISTED).map((line) => (
          <Line key={line.claim.id} line={line} />
        ))}
      </ul>
      <NotListed number={lines.length} />
    </div>
  );
}

function Line({ line }: { readonly line: Timeline }) {
  const { claim, dated, undated, first } = line;
  return (
    <li>
      <p>
        <ClaimTitle claim={claim} />
      </p>
      <ol>
        {dated.map((entry) => (
          <Entry key={entry.source.id} claim={claim} entry={entry} first={first} />
        ))}
        {undated.map((entry) => (
          <Entry key={entry.source.id} claim={claim} entry={entry} first={first} />
        ))}
      </ol>
    </li>
  );
}

interface EntryProps {
  readonly claim: Timeline["claim"];
  readonly entry: TimelineEntry;
  readonly first: readonly Source[];
}

function Entry({ claim, entry: { source, cell, changed }, first }: EntryProps) {
  return (
    <li>
      {source.date ? <time dateTime={source.date}>{dateWords(source.date)}</time> : <small>no date</small>}
      <CellLink place={{ claimId: claim.id, sourceId: source.id }} cell={cell}>
        {sourceName(source)}
      </CellLink>
      <span className="badges">
        {first.includes(source) && <span className="badge">{first.length === 1 ? "first" : "may be first"}</span>}
        {changed && <span className="badge">changed</span>}
      </span>
    </li>
  );
}

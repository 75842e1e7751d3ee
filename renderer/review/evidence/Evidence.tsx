import { type ReactNode, useEffect } from "react";
import { EMPTY_STATES } from "../../../annotations/model/cell-state.ts";
import type { ListedClaim } from "../../../annotations/model/claim-list.ts";
import type { SourceId } from "../../../annotations/model/id.ts";
import { projectName } from "../../../annotations/model/speaker-names.ts";
import type { Cell, TaggedMark } from "../../../annotations/review/cell.ts";
import type { MatrixRow } from "../../../annotations/review/matrix.ts";
import { speakerMatrix } from "../../../annotations/review/speaker-matrix.ts";
import { ActionKey } from "../../actions/ActionKey.tsx";
import { Key } from "../../controls/Key.tsx";
import { alignAt } from "../../reading/align.ts";
import { Pane } from "../../reading/Pane.tsx";
import { useDesk } from "../../session/desk.ts";
import { isReadOnly, matrixRow } from "../../session/selectors.ts";
import { AnalystsPassages } from "./AnalystsPassages.tsx";
import { CellNote, NotedLine } from "./CellNote.tsx";
import { ClaimTitle } from "./ClaimTitle.tsx";
import { setEmptyState, showChosen } from "./cell-place.ts";
import { Passages } from "./Passages.tsx";

/** The chosen cell: its passages, and the article itself, scrolled to them. */
export function Evidence() {
  const place = useDesk((state) => state.activeCell);
  const row = useDesk((state) => (place ? matrixRow(state, place.claimId) : undefined));
  const cell = place ? row?.cells.get(place.sourceId) : undefined;
  // Whoever comes back to the review finds the article at the passage again.
  useEffect(showChosen, []);
  if (!place || !row || !cell) return <NoCell />;
  const { across, sourceId } = place;
  if (across?.kind === "claim") return <OfAll row={row} sourceId={sourceId} />;
  if (across?.kind === "unnamed") return <OfNobody row={row} sourceId={sourceId} />;
  if (across?.kind === "speaker") return <OfSpeaker row={row} sourceId={sourceId} speaker={across.key} />;
  if (across?.kind === "analysts") return <OfAnalysts row={row} sourceId={sourceId} />;
  return (
    <aside className="evidence" aria-label="Passages">
      <div key={`${place.claimId} ${place.sourceId}`} className="evidence-head">
        <h2>
          <ClaimTitle claim={row.claim} />
        </h2>
        <NotedLine place={place} />
        <SideBySide claim={row.claim} sourceId={place.sourceId} />
        {cell.kind === "stance" ? <Passages evidence={cell.evidence} /> : <EmptyStates cell={cell} place={place} />}
        <CellNote place={place} />
      </div>
      <Pane key={place.sourceId} sourceId={place.sourceId} />
    </aside>
  );
}

interface AcrossProps {
  readonly row: MatrixRow;
  readonly sourceId: SourceId;
}

/** All that is said of a claim, in every article. */
function OfAll({ row, sourceId }: AcrossProps) {
  return (
    <Across row={row} sourceId={sourceId} evidence={[...row.stances.values()].flatMap(({ evidence }) => evidence)}>
      <ClaimTitle claim={row.claim} />
    </Across>
  );
}

/** What one speaker is quoted as saying of a claim, in every article that quotes it. */
function OfSpeaker({ row, sourceId, speaker }: AcrossProps & { readonly speaker: string }) {
  const speakers = useDesk((state) => state.project.file.speakers);
  const evidence = speakerMatrix({ rows: [row] }, speakers).rows[0]?.cells.get(speaker)?.evidence;
  const [first] = evidence ?? [];
  if (!evidence || !first) return <NoCell />;
  return (
    <Across row={row} sourceId={sourceId} evidence={evidence}>
      <bdi>{projectName(speakers, first.tag.speaker)}</bdi> on <ClaimTitle claim={row.claim} />
    </Across>
  );
}

/** What is quoted of a claim without a name. */
function OfNobody({ row, sourceId }: AcrossProps) {
  const evidence = speakerMatrix({ rows: [row] }, undefined).rows[0]?.unnamed ?? [];
  return (
    <Across row={row} sourceId={sourceId} evidence={evidence}>
      Unnamed voices on <ClaimTitle claim={row.claim} />
    </Across>
  );
}

interface PassagesAcross extends AcrossProps {
  readonly evidence: readonly TaggedMark[];
  /** What they are about. */
  readonly children: ReactNode;
}

function Across({ row, sourceId, evidence, children }: PassagesAcross) {
  return (
    <aside className="evidence" aria-label="Passages">
      <div className="evidence-head">
        <h2>{children}</h2>
        <SideBySide claim={row.claim} sourceId={sourceId} />
        <Passages evidence={evidence} withSource />
      </div>
      <Pane key={sourceId} sourceId={sourceId} />
    </aside>
  );
}

/** What every analyst has marked for a cell, the others' to be looked at only. */
function OfAnalysts({ row, sourceId }: AcrossProps) {
  return (
    <aside className="evidence" aria-label="Passages">
      <div key={`${row.claim.id} ${sourceId}`} className="evidence-head">
        <h2>
          <ClaimTitle claim={row.claim} />
        </h2>
        <SideBySide claim={row.claim} sourceId={sourceId} />
        <AnalystsPassages place={{ claimId: row.claim.id, sourceId }} />
      </div>
      <Pane key={sourceId} sourceId={sourceId} />
    </aside>
  );
}

function NoCell() {
  return (
    <aside className="evidence empty" aria-label="Passages">
      <p>Choose a cell to see the passages behind it, in the article.</p>
      <p>
        <Key>Arrows</Key> move between the cells, <ActionKey id="cell.open" /> opens all passages of the claim side by
        side.
      </p>
    </aside>
  );
}

function SideBySide({ claim, sourceId }: { readonly claim: ListedClaim; readonly sourceId: SourceId }) {
  return (
    <p className="side-by-side">
      <button type="button" onClick={() => alignAt(claim.id, sourceId)}>
        Open side by side <ActionKey id="cell.open" />
      </button>
    </p>
  );
}

interface EmptyProps {
  readonly cell: Extract<Cell, { kind: "empty" }>;
  readonly place: Parameters<typeof setEmptyState>[0];
}

const STATE_WORDS = {
  "not-reviewed": ["Not reviewed", "nobody has looked yet"],
  "not-mentioned": ["Not mentioned", "read, and the article is silent"],
  "not-applicable": ["Not applicable", "it cannot speak to this, for example written before"],
} as const;

function EmptyStates({ cell, place }: EmptyProps) {
  const readOnly = useDesk(isReadOnly);
  return (
    <fieldset className="empty-states" disabled={readOnly} aria-label="State of this cell">
      <p>No passage is tagged. Silence is a finding only when somebody looked:</p>
      {EMPTY_STATES.map((state) => {
        const [name, meaning] = STATE_WORDS[state];
        return (
          <button
            key={state}
            type="button"
            aria-pressed={cell.state === state}
            onClick={() => setEmptyState(place, state)}
          >
            <b>{name}</b> <span>{meaning}</span> <ActionKey id={`cell.${state}`} />
          </button>
        );
      })}
    </fieldset>
  );
}

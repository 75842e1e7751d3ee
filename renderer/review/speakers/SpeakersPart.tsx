import { useMemo } from "react";
import { sourceName } from "../../../annotations/model/source.ts";
import { STANCE_SIGNS } from "../../../annotations/model/stance.ts";
import {
  type SpeakerCell,
  type SpeakerColumn,
  type SpeakerRow,
  speakerMatrix,
} from "../../../annotations/review/speaker-matrix.ts";
import { amount } from "../../controls/amount.ts";
import { setDesk, useDesk } from "../../session/desk.ts";
import { matrix } from "../../session/selectors.ts";
import { ClaimTitle } from "../evidence/ClaimTitle.tsx";
import { chooseAcross } from "../evidence/cell-place.ts";
import { MOST_LISTED, NotListed } from "../NotListed.tsx";
import "./speakers-part.css";

/** How many speakers have a column; those quoted in most articles come first. */
const MOST_COLUMNS = 40;

/** Claims in rows, speakers in columns: articles that quote one ministry are one speaker. */
export function SpeakersPart() {
  const made = useDesk(matrix);
  const listed = useDesk((state) => state.project.file.speakers);
  const { speakers, rows } = useMemo(() => speakerMatrix(made, listed), [made, listed]);
  if (rows.length === 0) return <NobodyQuoted />;
  const columns = speakers.slice(0, MOST_COLUMNS);
  return (
    <div className="part-body">
      <p className="explained">
        What each speaker is quoted as saying, whichever articles quote it: they are one voice.{" "}
        <button type="button" className="link" onClick={() => setDesk({ dialog: { kind: "speakers" } })}>
          Names of speakers
        </button>
      </p>
      <div className="matrix-frame">
        <table aria-label="Stance of each speaker on each claim">
          <thead>
            <tr>
              <th scope="col">Claim</th>
              {columns.map((speaker) => (
                <Heading key={speaker.key} speaker={speaker} />
              ))}
              {rows.some(({ unnamed }) => unnamed.length > 0) && <th scope="col">unnamed</th>}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_LISTED).map((row) => (
              <Row key={row.claim.id} row={row} columns={columns} all={rows} />
            ))}
          </tbody>
        </table>
      </div>
      <NotListed number={rows.length} />
      <NotListed number={speakers.length} most={MOST_COLUMNS} />
    </div>
  );
}

function NobodyQuoted() {
  return (
    <div className="part-body">
      <p>
        Nobody is quoted yet. Give a tag another voice than the article's own, and its speaker, and the speakers stand
        here side by side.
      </p>
    </div>
  );
}

function Heading({ speaker }: { readonly speaker: SpeakerColumn }) {
  const sources = useDesk(matrix).sources.filter(({ id }) => speaker.sources.includes(id));
  return (
    <th scope="col" className="source-column" title={sources.map(sourceName).join(", ")}>
      <bdi>{speaker.name}</bdi>
      <small>{amount(speaker.sources.length, "article")}</small>
    </th>
  );
}

interface RowProps {
  readonly row: SpeakerRow;
  readonly columns: readonly SpeakerColumn[];
  readonly all: readonly SpeakerRow[];
}

function Row({ row, columns, all }: RowProps) {
  const { claim, cells, unnamed } = row;
  return (
    <tr>
      <th scope="row">
        <ClaimTitle claim={claim} />
      </th>
      {columns.map((speaker) => (
        <td key={speaker.key}>
          {cells.has(speaker.key) && <Said row={row} speaker={speaker} cell={cells.get(speaker.key)} />}
        </td>
      ))}
      {all.some((other) => other.unnamed.length > 0) && (
        <td>
          {unnamed.length > 0 && (
            <button type="button" onClick={() => chooseAcross(claim.id, { kind: "unnamed" }, unnamed)}>
              {amount(unnamed.length, "passage")}
              <span className="sr-only"> on {claim.displayLabel} that name nobody</span>
            </button>
          )}
        </td>
      )}
    </tr>
  );
}

interface SaidProps {
  readonly row: SpeakerRow;
  readonly speaker: SpeakerColumn;
  readonly cell: SpeakerCell | undefined;
}

function Said({ row: { claim }, speaker, cell }: SaidProps) {
  const active = useDesk((state) => state.activeCell);
  if (!cell) return null;
  const { stance, evidence, sources } = cell;
  const passages = amount(evidence.length, "passage");
  const articles = amount(sources.length, "article");
  return (
    <button
      type="button"
      className="cell-button"
      aria-pressed={
        active?.claimId === claim.id && active.across?.kind === "speaker" && active.across.key === speaker.key
      }
      title={`${passages} in ${articles}`}
      onClick={() => chooseAcross(claim.id, { kind: "speaker", key: speaker.key }, evidence)}
    >
      <span className="sr-only">{`${speaker.name} on ${claim.displayLabel}: ${stance}, ${passages} in ${articles}`}</span>
      <span className={`cell ${stance} attributed`} aria-hidden="true">
        {STANCE_SIGNS[stance]}
        {sources.length > 1 && <small>{sources.length}</small>}
      </span>
    </button>
  );
}

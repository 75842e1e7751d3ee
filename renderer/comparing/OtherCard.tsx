import { Popover } from "@base-ui/react/popover";
import { useEffect, useMemo, useRef } from "react";
import { endOf, type Mark, startOf } from "../../annotations/model/mark.ts";
import { STANCE_SIGNS } from "../../annotations/model/stance.ts";
import type { Tag } from "../../annotations/model/tag.ts";
import { FlagSign } from "../controls/FlagSign.tsx";
import { BesidePassage } from "../reading/BesidePassage.tsx";
import { textAnchor } from "../reading/text-anchor.ts";
import { focusText } from "../reading/text-views.ts";
import { desk, useDesk } from "../session/desk.ts";
import { claimOf } from "../session/selectors.ts";
import { closeOther, type OtherMark, shownOther, useComparing } from "./comparing.ts";
import { OthersHere } from "./OthersHere.tsx";
import "./comparing.css";

/** The card of somebody else's mark, beside its passage: to be read, not to be changed. */
export function OtherCard() {
  const shown = useComparing((state) => state.shown);
  const isFree = useDesk((state) => !state.cardOpen && state.picking === null);
  const mark = useDesk((state) => shownOther(state, { shown })?.mark);
  const analyst = useDesk((state) => shownOther(state, { shown })?.analyst);
  // The card of an own mark takes its place.
  useEffect(() => {
    if (!isFree) closeOther();
  }, [isFree]);
  const popup = useRef<HTMLDivElement>(null);
  const anchor = useMemo(() => (mark ? textAnchor(mark.sourceId, startOf(mark), endOf(mark)) : null), [mark]);
  return (
    <Popover.Root open={mark !== undefined && isFree} onOpenChange={(next, { reason }) => !next && close(reason)}>
      <Popover.Portal>
        <BesidePassage anchor={anchor}>
          <Popover.Popup
            ref={popup}
            className="card mark-card other-card"
            aria-label={`Mark of ${analyst?.name ?? "somebody else"}`}
            initialFocus={shown?.takesFocus ? popup : false}
            finalFocus={false}
          >
            {mark && analyst && <Body other={{ analyst, mark }} />}
          </Popover.Popup>
        </BesidePassage>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Escape gives the text its focus back; a click elsewhere has chosen its own. */
function close(reason: string): void {
  const other = shownOther(desk(), useComparing.getState());
  closeOther();
  if (reason === "escape-key" && other) focusText(other.mark.sourceId);
}

function Body({ other }: { readonly other: OtherMark }) {
  const { analyst, mark } = other;
  const isAdjudicator = useDesk((state) => state.project.file.settings.adjudicator === analyst.id);
  return (
    <div className="mark-card-body">
      <OthersHere mark={mark} shown={mark.id} />
      <h3>
        <bdi>{analyst.name}</bdi>
        {isAdjudicator && <small>adjudicated layer</small>}
      </h3>
      <blockquote dir="auto">{mark.ranges.map(({ quote }) => quote).join(" … ")}</blockquote>
      {mark.tags.length === 0 && <p className="hint">This mark has no tag.</p>}
      {mark.tags.map((tag) => (
        <OtherTag key={tag.id} tag={tag} />
      ))}
      <Remarks mark={mark} />
    </div>
  );
}

function OtherTag({ tag }: { readonly tag: Tag }) {
  const claim = useDesk((state) => claimOf(state, tag.claimId));
  const facts = [
    tag.voice === "own" ? "in its own voice" : `voice: ${tag.voice.replace("-", ", ")}`,
    ...(tag.voice !== "own" && tag.speaker !== "" ? [tag.speaker] : []),
    ...(tag.voice !== "own" && tag.attitude !== "neutral" ? [`the article ${tag.attitude}`] : []),
    tag.certainty,
    `${tag.confidence} confidence`,
    ...(tag.value ? [`figure: ${tag.value.words}`] : []),
  ];
  return (
    <section className="other-tag">
      <p className={tag.stance}>
        <strong>
          {STANCE_SIGNS[tag.stance]} {tag.stance}
        </strong>{" "}
        <b>{claim?.displayLabel ?? "?"}</b> <span dir="auto">{claim?.text}</span>
      </p>
      <p className="hint" dir="auto">
        {facts.join(" · ")}
      </p>
      {tag.note !== "" && (
        <p className="other-note" dir="auto">
          {tag.note}
        </p>
      )}
    </section>
  );
}

function Remarks({ mark: { note, toDiscuss } }: { readonly mark: Mark }) {
  if (!note && !toDiscuss) return null;
  return (
    <p className="other-note" dir="auto">
      {toDiscuss && (
        <>
          <FlagSign /> To discuss{note ? ": " : ""}
        </>
      )}
      {note}
    </p>
  );
}

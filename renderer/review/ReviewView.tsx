import { Tabs } from "@base-ui/react/tabs";
import type { ComponentType } from "react";
import { act } from "../actions/act.ts";
import { setDesk, useDesk } from "../session/desk.ts";
import { claimsOf } from "../session/selectors.ts";
import { AnalystsPart } from "./analysts/AnalystsPart.tsx";
import { Evidence } from "./evidence/Evidence.tsx";
import { FiguresPart } from "./figures/FiguresPart.tsx";
import { GapsPart } from "./gaps/GapsPart.tsx";
import { MatrixPart } from "./matrix/MatrixPart.tsx";
import { OriginsPart } from "./origins/OriginsPart.tsx";
import { PairsPart } from "./pairs/PairsPart.tsx";
import { PART_NAMES, REVIEW_PARTS, type ReviewPart } from "./review-part.ts";
import { SpeakersPart } from "./speakers/SpeakersPart.tsx";
import { TimelinePart } from "./timeline/TimelinePart.tsx";
import "./matrix/matrix.css";
import "./cells.css";
import "./evidence/evidence.css";
import "./review.css";

const PARTS: Readonly<Record<ReviewPart, ComponentType>> = {
  matrix: MatrixPart,
  speakers: SpeakersPart,
  origins: OriginsPart,
  pairs: PairsPart,
  figures: FiguresPart,
  timeline: TimelinePart,
  gaps: GapsPart,
  analysts: AnalystsPart,
};

/** What the sources say, put together in several ways, and beside them the passages that the figures come from. */
export function ReviewView() {
  const empty = useDesk(
    (state) => claimsOf(state).length === 0 || state.project.sources.every((source) => source.removed),
  );
  return (
    <main className="review-view" aria-label="Review">
      <section className="review-main" aria-labelledby="review-heading">
        <div className="review-head">
          <h2 id="review-heading">What the sources say</h2>
          {!empty && (
            <button type="button" onClick={() => act("review.report")}>
              Report…
            </button>
          )}
        </div>
        {empty ? <NothingToReview /> : <Parts />}
      </section>
      {!empty && <Evidence />}
    </main>
  );
}

function Parts() {
  const part = useDesk((state) => state.reviewPart);
  return (
    <Tabs.Root className="parts" value={part} onValueChange={(next: ReviewPart) => setDesk({ reviewPart: next })}>
      <Tabs.List className="part-tabs" aria-label="Ways to see it" activateOnFocus>
        {REVIEW_PARTS.map((id) => (
          <Tabs.Tab key={id} value={id}>
            {PART_NAMES[id]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {REVIEW_PARTS.map((id) => {
        const Part = PARTS[id];
        return (
          <Tabs.Panel key={id} value={id} className="part" tabIndex={-1}>
            <Part />
          </Tabs.Panel>
        );
      })}
    </Tabs.Root>
  );
}

function NothingToReview() {
  return (
    <div className="empty">
      <p>
        Once passages are marked and tied to claims, every claim has a row here and every article a column: who supports
        it, who refutes it, who only quotes somebody, and where nobody has looked yet.
      </p>
      <button type="button" className="primary" onClick={() => setDesk({ view: "read" })}>
        Read and mark
      </button>
    </div>
  );
}

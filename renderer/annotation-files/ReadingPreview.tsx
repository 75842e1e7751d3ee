import { useMemo, useState } from "react";
import type { StagedAnnotations } from "../../annotations/api/staged-annotations.ts";
import { readFormat } from "../../annotations/exchange/formats.ts";
import { isEmpty } from "../../annotations/exchange/reading/read-annotations.ts";
import {
  fateCounts,
  readingSentences,
  readsAnything,
  sharedSentences,
} from "../../annotations/exchange/reading/reading-report.ts";
import type { SetPlan } from "../../annotations/exchange/reading/set-plans.ts";
import { amount } from "../controls/amount.ts";
import { closeDialog } from "../controls/Modal.tsx";
import { sightIn, visibleProject } from "../session/blindness.ts";
import { useDesk } from "../session/desk.ts";
import { isReadOnly } from "../session/selectors.ts";
import { carryOut, readForEach } from "./carry-out.ts";
import { type Decisions, type PlannedReading, planFor, UNDECIDED } from "./decisions.ts";
import { FoundAnalysts } from "./FoundAnalysts.tsx";
import { FoundArticles } from "./FoundArticles.tsx";
import { FoundClaims } from "./FoundClaims.tsx";
import { FoundLabels } from "./FoundLabels.tsx";
import { FoundMarks } from "./FoundMarks.tsx";
import { Problems } from "./Problems.tsx";
import type { PartProps } from "./part.ts";
import { Staying } from "./Staying.tsx";

interface Props {
  readonly staged: StagedAnnotations;
  /** Goes back to choosing files. */
  onOther(): void;
}

/** What files say and what would become of it, with all that the person may decide before it is read. */
export function ReadingPreview({ staged, onOther }: Props) {
  // What is hidden from the analyst is not compared with the files either.
  const project = useDesk(visibleProject);
  const analyst = useDesk((state) => state.analyst);
  const readOnly = useDesk(isReadOnly);
  const [decisions, setDecisions] = useState<Decisions>(UNDECIDED);
  const [state, setState] = useState<{ readonly busy: boolean; readonly failure: string | null }>({
    busy: false,
    failure: null,
  });
  const planned = useMemo(() => planFor(project, analyst, staged, decisions), [project, analyst, staged, decisions]);
  const { plan, sets } = planned;
  const counts = fateCounts(plan);
  const number = counts.new + (decisions.conflicts === "ours" ? 0 : counts.conflict);
  const isHidden = useHiddenMarks(planned);
  const parts = { plan, staged, decisions, isHidden, onDecide: setDecisions };
  const read = () => {
    setState({ busy: true, failure: null });
    const work = decisions.into === "each" ? readForEach(staged, planned, decisions) : carryOut(staged, plan);
    void work.then((failure) => (failure === null ? closeDialog() : setState({ busy: false, failure })));
  };
  return (
    <>
      <div className="reading-parts">
        <Summary staged={staged} planned={planned} />
        <FoundArticles {...parts} />
        <FoundAnalysts {...parts} sets={sets} />
        <FoundLabels {...parts} />
        <FoundClaims {...parts} />
        <FoundMarks {...parts} />
        <Staying plan={plan} />
        <Problems problems={staged.read.problems} />
      </div>
      {state.failure !== null && <p className="problem">{state.failure}</p>}
      <div className="modal-actions">
        <button type="button" onClick={onOther}>
          Other files…
        </button>
        <span className="grow" />
        <button type="button" onClick={closeDialog}>
          Cancel
        </button>
        <button
          type="button"
          className="primary"
          disabled={readOnly || state.busy || !readsAnything(plan)}
          onClick={read}
        >
          {buttonWords(number, plan.claims.length)}
        </button>
      </div>
    </>
  );
}

/** Marks for sets of others are hidden as those sets are: in articles of which the analyst does not see what others have marked. */
function useHiddenMarks({ sets }: PlannedReading): PartProps["isHidden"] {
  const state = useDesk();
  const own = sets.find(({ analyst }) => analyst.id === state.analyst.id);
  return ({ source, read }) => {
    const isOwn = own !== undefined && (own.from?.has(read.analyst ?? "") ?? true);
    const { kind } = sightIn(state, source.id);
    return !isOwn && kind !== "revealed" && kind !== "adjudicator";
  };
}

interface SummaryProps {
  readonly staged: StagedAnnotations;
  readonly planned: PlannedReading;
}

/** What becomes of each set that marks join. */
function Summary({ staged, planned: { sets, plan } }: SummaryProps) {
  const file = (
    <>
      <b>{readFormat(staged.format)?.name ?? staged.format}</b> from <bdi>{staged.names.join(", ")}</bdi>
    </>
  );
  const [first, ...others] = sets;
  const shared = sharedSentences(plan);
  return (
    <div className="reading-summary" role="status">
      {isEmpty(staged.read) ? (
        <p>{file}: it holds no annotations.</p>
      ) : first && others.length === 0 ? (
        <p>
          {file}, for the set of <SetSummary set={first} />
        </p>
      ) : (
        <>
          <p>
            {file}
            {first ? ":" : ": nobody’s marks are chosen."}
          </p>
          <ul>
            {sets.map((set) => (
              <li key={set.analyst.id}>
                <SetSummary set={set} />
              </li>
            ))}
          </ul>
        </>
      )}
      {shared.length > 0 && <p>{shared.join(" ")}</p>}
    </div>
  );
}

function SetSummary({ set: { analyst, plan } }: { readonly set: SetPlan }) {
  return (
    <>
      <bdi>{analyst.name}</bdi>: {readingSentences(plan).join(" ") || "nothing new."}
    </>
  );
}

function buttonWords(marks: number, claims: number): string {
  if (marks > 0) return `Read ${amount(marks, "mark")}`;
  return claims > 0 ? `Read ${amount(claims, "claim")}` : "Read";
}

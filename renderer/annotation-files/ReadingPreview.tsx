import { useMemo, useState } from "react";
import type { StagedAnnotations } from "../../annotations/api/staged-annotations.ts";
import { readFormat } from "../../annotations/exchange/formats.ts";
import {
  fateCounts,
  readingSentences,
  readsAnything,
  sharedSentences,
} from "../../annotations/exchange/reading/reading-report.ts";
import { amount } from "../controls/amount.ts";
import { closeDialog } from "../controls/Modal.tsx";
import { useDesk } from "../session/desk.ts";
import { isReadOnly } from "../session/selectors.ts";
import { carryOut } from "./carry-out.ts";
import { type Decisions, planFor, UNDECIDED } from "./decisions.ts";
import { FoundAnalysts } from "./FoundAnalysts.tsx";
import { FoundArticles } from "./FoundArticles.tsx";
import { FoundClaims } from "./FoundClaims.tsx";
import { FoundLabels } from "./FoundLabels.tsx";
import { FoundMarks } from "./FoundMarks.tsx";
import { Problems } from "./Problems.tsx";
import { Staying } from "./Staying.tsx";

interface Props {
  readonly staged: StagedAnnotations;
  /** Goes back to choosing files. */
  onOther(): void;
}

/** What files say and what would become of it, with all that the person may decide before it is read. */
export function ReadingPreview({ staged, onOther }: Props) {
  const project = useDesk((state) => state.project);
  const analyst = useDesk((state) => state.analyst);
  const readOnly = useDesk(isReadOnly);
  const [decisions, setDecisions] = useState<Decisions>(UNDECIDED);
  const [state, setState] = useState<{ readonly busy: boolean; readonly failure: string | null }>({
    busy: false,
    failure: null,
  });
  const plan = useMemo(() => planFor(project, analyst.id, staged, decisions), [project, analyst.id, staged, decisions]);
  const counts = fateCounts(plan);
  const number = counts.new + (decisions.conflicts === "ours" ? 0 : counts.conflict);
  const summary = [...readingSentences(plan), ...sharedSentences(plan)];
  const parts = { plan, staged, decisions, onDecide: setDecisions };
  const read = () => {
    setState({ busy: true, failure: null });
    void carryOut(staged, plan).then((failure) =>
      failure === null ? closeDialog() : setState({ busy: false, failure }),
    );
  };
  return (
    <>
      <div className="reading-parts">
        <p className="reading-summary" role="status">
          <b>{readFormat(staged.format)?.name ?? staged.format}</b> from <bdi>{staged.names.join(", ")}</bdi>, for the
          set of <bdi>{analyst.name}</bdi>: {summary.join(" ") || "nothing new."}
        </p>
        <FoundArticles {...parts} />
        <FoundAnalysts {...parts} />
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

function buttonWords(marks: number, claims: number): string {
  if (marks > 0) return `Read ${amount(marks, "mark")}`;
  return claims > 0 ? `Read ${amount(claims, "claim")}` : "Read";
}

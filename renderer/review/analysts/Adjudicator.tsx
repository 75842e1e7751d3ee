import { Choice } from "../../controls/Choice.tsx";
import { useDesk } from "../../session/desk.ts";
import { isReadOnly } from "../../session/selectors.ts";
import { nameAdjudicator, workAsAdjudicator } from "./work-as-adjudicator.ts";

const NOBODY = "";

/** Whose set is the adjudicated layer; a setting of the project, for everybody. */
export function Adjudicator() {
  const analysts = useDesk((state) => state.project.sets).map(({ analyst }) => analyst);
  const adjudicator = useDesk((state) => state.project.file.settings.adjudicator);
  const readOnly = useDesk(isReadOnly);
  const words = Object.fromEntries([[NOBODY, "nobody’s"], ...analysts.map(({ id, name }) => [id, `${name}’s`])]);
  return (
    <fieldset className="adjudicator" disabled={readOnly} aria-label="Adjudicated layer">
      <h3>Adjudicated layer</h3>
      <p className="explained">
        What is decided where analysts differ is one more layer with an author of its own: it is not compared with the
        others, its author sees everybody’s marks, and nobody’s own judgement is changed. <i>Export</i> writes it like
        any analyst’s set, and <code>--adjudicated</code> shows, reports and exports it on the command line.
      </p>
      <p className="one-choice">
        <Choice
          label="The adjudicated layer is"
          value={adjudicator ?? NOBODY}
          options={[NOBODY, ...analysts.map(({ id }) => id)]}
          words={words}
          onChoose={(id) => nameAdjudicator(analysts.find((analyst) => analyst.id === id)?.id ?? null)}
        />
      </p>
    </fieldset>
  );
}

/** The way to decide for whoever does not adjudicate yet. */
export function BecomeAdjudicator() {
  const adjudicates = useDesk((state) => state.project.file.settings.adjudicator === state.analyst.id);
  const exists = useDesk((state) => state.project.file.settings.adjudicator !== undefined);
  if (adjudicates) return null;
  return (
    <p className="become-adjudicator">
      <button type="button" onClick={() => void workAsAdjudicator()}>
        Work as the adjudicator
      </button>
      <span>
        {exists
          ? "Decisions go into a layer of their own; you come back to your marks in the menu of analysts."
          : "Makes a new analyst, whose set takes the decisions; you come back to your marks in the menu of analysts."}
      </span>
    </p>
  );
}

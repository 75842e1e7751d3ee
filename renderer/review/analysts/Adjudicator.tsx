import type { AnalystId } from "../../../annotations/model/id.ts";
import { reveal } from "../../blindness/completing.ts";
import { Choice } from "../../controls/Choice.tsx";
import { perform, stamp } from "../../session/changes.ts";
import { desk, useDesk } from "../../session/desk.ts";
import { isReadOnly } from "../../session/selectors.ts";

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
        What was decided where analysts differ is one more layer with an author of its own: work as a new analyst, look
        at what the others say, mark what you decide with the reason in the note, and name that set here. It is not
        compared with the others, its author sees everybody’s marks, <code>--adjudicated</code> shows and reports it on
        the command line, and nobody’s own judgement is changed.
      </p>
      <p className="one-choice">
        <Choice
          label="The adjudicated layer is"
          value={adjudicator ?? NOBODY}
          options={[NOBODY, ...analysts.map(({ id }) => id)]}
          words={words}
          onChoose={(id) => name(analysts.find((analyst) => analyst.id === id)?.id ?? null)}
        />
      </p>
    </fieldset>
  );
}

function name(adjudicator: AnalystId | null): void {
  const { file, sources } = desk().project;
  const { title, settings } = file;
  // Who adjudicated has seen everybody's marks, and works on knowing them.
  const isLeaving = settings.adjudicator === desk().analyst.id && adjudicator !== desk().analyst.id;
  if (isLeaving && !reveal(sources.map(({ id }) => id))) return;
  perform("changing the adjudicated layer", { kind: "revise-project", ...stamp(), title, adjudicator });
}

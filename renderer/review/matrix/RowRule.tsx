import { useId } from "react";
import { perform, stamp } from "../../session/changes.ts";
import { desk, useDesk } from "../../session/desk.ts";
import { isReadOnly } from "../../session/selectors.ts";

/** The rule behind cells and status, in words, where the figures are. */
export function RowRule() {
  return (
    <div className="rule">
      <p>
        <b>Filled</b>: the article says it itself. <b>Hollow</b>: it only quotes somebody. <b>~</b> hedged. <b>!</b> the
        article contradicts itself. <b>∅</b> read, and not mentioned. <b>n/a</b> cannot apply. <b>·</b> not reviewed
        yet. The small figure beside a sign counts its passages; a sheet at its corner says that something is noted.
      </p>
      <p>
        <b>Contested</b>: at least one source supports and one refutes (± counts as both). <b>Corroborated</b>: at least{" "}
        <Threshold /> independent origins support, at least one in its own voice, and none refutes; articles that quote
        the same speaker, under whatever name, are one origin, and so are articles that print one agency's text, as
        their details say, or of which you have said so under <i>Origins</i>. <b>Single source</b>: fewer.{" "}
        <b>Only attributed</b>: supported by quoted voices alone. <b>Denied</b>: refuted and never supported.{" "}
        <b>Unaddressed</b>: neither.
      </p>
    </div>
  );
}

/** More would be asked of no project. */
const NUMBERS = Array.from({ length: 20 }, (_, i) => i + 1);

/** How many origins corroborate a claim; a setting of the project, for everybody. */
function Threshold() {
  const origins = useDesk((state) => state.project.file.settings.corroboratedBy);
  const readOnly = useDesk(isReadOnly);
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="sr-only">
        Independent origins that corroborate a claim
      </label>
      <select id={id} value={origins} disabled={readOnly} onChange={(event) => ask(Number(event.target.value))}>
        {(NUMBERS.includes(origins) ? NUMBERS : [...NUMBERS, origins]).map((number) => (
          <option key={number}>{number}</option>
        ))}
      </select>
    </>
  );
}

function ask(corroboratedBy: number): void {
  const { title } = desk().project.file;
  perform("changing what corroborates a claim", { kind: "revise-project", ...stamp(), title, corroboratedBy });
}

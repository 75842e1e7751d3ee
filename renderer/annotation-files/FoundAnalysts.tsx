import { isEachNamed, type SetPlan } from "../../annotations/exchange/reading/set-plans.ts";
import { useDesk } from "../session/desk.ts";
import { withAnalyst } from "./decisions.ts";
import type { PartProps } from "./part.ts";

interface Props extends PartProps {
  readonly sets: readonly SetPlan[];
}

/** Whose marks of the files are read and into whose set, where they name somebody else than the analyst at work. */
export function FoundAnalysts(props: Props) {
  const { staged } = props;
  const own = useDesk((state) => state.analyst);
  const { analysts } = staged.read;
  const [only] = analysts;
  const isOwn = analysts.length === 1 && (only?.id?.toLowerCase() === own.id || only?.name === own.name);
  if (analysts.length === 0 || isOwn) return null;
  return (
    <section className="found-analysts" aria-labelledby="found-analysts">
      <h3 id="found-analysts">Whose marks</h3>
      {analysts.length > 1 && <Analysts {...props} />}
      <Into {...props} />
    </section>
  );
}

function Analysts({ staged, decisions, onDecide }: Props) {
  const { analysts, marks } = staged.read;
  const keys = analysts.map(({ key }) => key);
  return (
    <fieldset className="checks">
      <legend className="sr-only">Analysts of the file</legend>
      {analysts.map(({ key, name }) => (
        <label key={key} className="check">
          <input
            type="checkbox"
            checked={decisions.from?.has(key) ?? true}
            onChange={({ target }) => onDecide(withAnalyst(decisions, keys, key, target.checked))}
          />
          <bdi>{name}</bdi> <small>{marks.filter(({ analyst }) => analyst === key).length.toLocaleString("en")}</small>
        </label>
      ))}
    </fieldset>
  );
}

function Into({ staged, sets, decisions, onDecide }: Props) {
  const own = useDesk((state) => state.analyst);
  const isNamed = isEachNamed(staged.read);
  const radio = (into: "own" | "each") => ({
    ...{ type: "radio", name: "into", checked: decisions.into === into },
    onChange: () => onDecide({ ...decisions, into }),
  });
  return (
    <fieldset>
      <legend className="sr-only">Into whose set</legend>
      <label className="check">
        <input {...radio("own")} />
        <span>
          Into my set{" "}
          <small>
            as marks of <bdi>{own.name}</bdi>, whoever made them
          </small>
        </span>
      </label>
      <label className="check">
        <input {...radio("each")} disabled={!isNamed} aria-describedby="into-each" />
        <span>
          A set for each analyst of the file{" "}
          <small id="into-each">
            {isNamed
              ? "each keeps what they made; those who have no set here get one"
              : "not possible: the file does not say of each mark whose it is"}
          </small>
        </span>
      </label>
      {decisions.into === "each" && <Sets sets={sets} />}
    </fieldset>
  );
}

/** Whose sets these are, and what that means for somebody who works blind. */
function Sets({ sets }: Pick<Props, "sets">) {
  const own = useDesk((state) => state.analyst);
  const isAdjudicator = useDesk(({ project, analyst }) => project.file.settings.adjudicator === analyst.id);
  const others = sets.filter(({ analyst }) => analyst.id !== own.id);
  return (
    <div className="each-set">
      <ul>
        {sets.map(({ analyst, isNew }) => (
          <li key={analyst.id}>
            <bdi>{analyst.name}</bdi>{" "}
            <small>{analyst.id === own.id ? "you" : isNew ? "new here" : "here already"}</small>
          </li>
        ))}
      </ul>
      {others.length > 0 && !isAdjudicator && (
        <p className="hint">
          What is not yours is hidden from you in each article until you are done with it and choose to see it. It is
          not shown here either, nor compared with what they have by now; nothing comes twice.
        </p>
      )}
    </div>
  );
}

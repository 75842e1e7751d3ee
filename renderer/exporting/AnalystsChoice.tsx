import type { AnalystId } from "../../annotations/model/id.ts";
import { blindCount } from "../session/blindness.ts";
import { useDesk } from "../session/desk.ts";

interface Props {
  /** The analyst whose set alone goes out; null for everybody's. */
  readonly only: AnalystId | null;
  onChoose(only: AnalystId | null): void;
}

/** Whose marks go out: everybody's, one's own, or what was decided where analysts differ. */
export function AnalystsChoice({ only, onChoose }: Props) {
  const analyst = useDesk((state) => state.analyst);
  const sets = useDesk((state) => state.project.sets);
  const adjudicator = useDesk((state) => state.project.file.settings.adjudicator);
  const isBlind = useDesk((state) => blindCount(state) > 0);
  const adjudicated = sets.find(({ analyst: { id } }) => id === adjudicator && id !== analyst.id);
  if (sets.length < 2) return null;
  const choice = (value: AnalystId | null) => ({
    ...{ type: "radio", name: "analysts", checked: only === value },
    onChange: () => onChoose(value),
  });
  return (
    <fieldset>
      <legend>Whose marks</legend>
      <label className="option">
        <input {...choice(null)} />
        <span>
          All analysts ({sets.length}){isBlind && ", with the marks that are hidden from you"}
        </span>
      </label>
      <label className="option">
        <input {...choice(analyst.id)} />
        <span>
          Only <bdi>{analyst.name}</bdi>
        </span>
      </label>
      {adjudicated && (
        <label className="option">
          <input {...choice(adjudicated.analyst.id)} />
          <span>
            Only the adjudicated layer (<bdi>{adjudicated.analyst.name}</bdi>)
          </span>
        </label>
      )}
    </fieldset>
  );
}

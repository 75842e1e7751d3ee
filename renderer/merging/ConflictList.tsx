import type { MergePreview } from "../../annotations/merging/merge-preview.ts";
import type { Take } from "../../annotations/merging/merged-items.ts";

interface Props {
  readonly preview: MergePreview;
  readonly take: Take;
  onTake(take: Take): void;
}

/** What both copies have with other content, side by side, and whose version counts. */
export function ConflictList({ preview: { conflicts, conflictCount }, take, onTake }: Props) {
  return (
    <section aria-label="In conflict">
      <h3>{conflictCount === 1 ? "One entry is in conflict" : `${conflictCount} entries are in conflict`}</h3>
      <fieldset className="merge-take">
        <legend>Which version counts?</legend>
        <Choice take="ours" chosen={take} onTake={onTake} words="Keep what is here" />
        <Choice take="theirs" chosen={take} onTake={onTake} words="Take what the other copy has" />
      </fieldset>
      <table className={`merge-conflicts take-${take}`}>
        <thead>
          <tr>
            <th scope="col">Conflict</th>
            <th scope="col">Here</th>
            <th scope="col">In the other copy</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map(({ id, analyst, sentence, ours, theirs }) => (
            <tr key={id}>
              <th scope="row">
                <small>
                  <bdi>{analyst}</bdi>
                </small>
                <span dir="auto">{sentence}</span>
              </th>
              <td className="ours" dir="auto">
                {ours}
              </td>
              <td className="theirs" dir="auto">
                {theirs}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {conflicts.length < conflictCount && (
        <p className="hint">{conflictCount - conflicts.length} more are not listed; the choice is for all of them.</p>
      )}
    </section>
  );
}

interface ChoiceProps {
  readonly take: Take;
  readonly chosen: Take;
  readonly words: string;
  onTake(take: Take): void;
}

function Choice({ take, chosen, words, onTake }: ChoiceProps) {
  return (
    <label className="option">
      <input type="radio" name="merge-take" checked={chosen === take} onChange={() => onTake(take)} />
      <span>{words}</span>
    </label>
  );
}

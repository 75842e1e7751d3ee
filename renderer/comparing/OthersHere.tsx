import type { MarkId } from "../../annotations/model/id.ts";
import { endOf, type Mark, startOf } from "../../annotations/model/mark.ts";
import { useDesk } from "../session/desk.ts";
import { claimOf } from "../session/selectors.ts";
import { lanesIn, othersAt, showOther, useComparing } from "./comparing.ts";
import { otherName } from "./lane-painting.ts";

interface Props {
  /** The mark at whose place others' marks are named. */
  readonly mark: Mark;
  /** The one of them whose card this is. */
  readonly shown?: MarkId;
}

/** Others' marks at the place of a mark, while analysts are compared: a way to each of them. */
export function OthersHere({ mark, shown }: Props) {
  useComparing();
  useDesk((state) => state.project);
  const here = othersAt(mark.sourceId, startOf(mark), endOf(mark));
  const initials = useInitials(mark);
  if (here.length < (shown ? 2 : 1)) return null;
  return (
    <fieldset className="marks-here" aria-label="Others’ marks at this place">
      <span>{shown ? `${here.length} of others here:` : "Others here:"}</span>
      {here.map((other) => (
        <button
          key={other.mark.id}
          type="button"
          aria-pressed={other.mark.id === shown}
          className={other.mark.tags[0]?.stance ?? "untagged"}
          title={other.analyst.name}
          onClick={() => showOther(other, true)}
        >
          <Name initials={initials.get(other.analyst.id) ?? ""} mark={other.mark} />
        </button>
      ))}
    </fieldset>
  );
}

function useInitials({ sourceId }: Mark) {
  const project = useDesk((state) => state.project);
  const analyst = useDesk((state) => state.analyst);
  return new Map(lanesIn({ project, analyst }, sourceId).map((lane) => [lane.analyst.id, lane.initials]));
}

function Name({ initials, mark }: { readonly initials: string; readonly mark: Mark }) {
  return useDesk((state) => otherName(initials, mark, (id) => claimOf(state, id)?.displayLabel ?? "?"));
}

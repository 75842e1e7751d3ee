import type { ContestedClaim } from "../../../annotations/agreement/levels/contested.ts";
import type { SourceId } from "../../../annotations/model/id.ts";
import { sourceById } from "../../../annotations/model/project.ts";
import { sourceName } from "../../../annotations/model/source.ts";
import { amount } from "../../controls/amount.ts";
import { useDesk } from "../../session/desk.ts";
import { MOST_LISTED, NotListed } from "../NotListed.tsx";
import { openCell } from "./open-cell.ts";
import type { Blindness } from "./use-blind.ts";

const VERDICT_WORDS: Readonly<Record<ContestedClaim["verdict"], string>> = {
  conflict: "the sources differ",
  artefact: "only the analysts differ",
  open: "open: one analyst alone has judged both",
};

interface Props {
  readonly list: readonly ContestedClaim[];
  readonly blindness: Blindness;
}

/** For each contested claim whether the sources contradict each other or only what analysts make of them does. */
export function Contested({ list, blindness }: Props) {
  if (list.length === 0) return null;
  const isHidden = (one: ContestedClaim) => sourcesOf(one).some(blindness.isBlind);
  const shown = list.filter((one) => !isHidden(one));
  return (
    <section aria-labelledby="contested">
      <h3 id="contested">Conflict or artefact</h3>
      <p className="explained">
        Claims over which somebody sees sources opposed, or analysts see one source oppositely. The sources differ where
        more than half of those who judged the same two sources, two at least, see them opposed; what the adjudicated
        layer says of them goes before.
        {shown.length < list.length && ` ${amount(list.length - shown.length, "claim")} hidden, as above.`}
      </p>
      {shown.length > 0 && (
        <table className="measure-table">
          <thead>
            <tr>
              <th scope="col">Claim</th>
              <th scope="col">It is</th>
              <th scope="col">Between</th>
              <th scope="col">Seen by</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, MOST_LISTED).map((one) => (
              <Row key={one.claim.id} one={one} blindness={blindness} />
            ))}
          </tbody>
        </table>
      )}
      <NotListed number={shown.length} />
    </section>
  );
}

function Row({ one, blindness }: { readonly one: ContestedClaim; readonly blindness: Blindness }) {
  const project = useDesk((state) => state.project);
  const { claim, verdict, by, between, seen, judged, contestedFor } = one;
  const [sourceId] = sourcesOf(one);
  const isOne = verdict === "conflict" && between?.supporting === between?.refuting;
  const name = (id: SourceId) => sourceName(sourceById(project, id));
  const sources = between ? [...new Set([between.supporting, between.refuting])] : one.differing;
  return (
    <tr>
      <th scope="row">
        {sourceId && (
          <button type="button" className="link" onClick={() => openCell({ claimId: claim.id, sourceId }, blindness)}>
            {claim.displayLabel}
          </button>
        )}
      </th>
      <td>
        {isOne ? "the article contradicts itself" : VERDICT_WORDS[verdict]}
        {by === "adjudicated" && ", as decided"}
      </td>
      <td>
        <bdi>{sources.map(name).join(" and ")}</bdi>
      </td>
      <td>
        {between ? `${seen} of ${amount(judged, "analyst")}` : "nobody"}
        {contestedFor.length > 0 && `: ${contestedFor.map((analyst) => analyst.name).join(", ")}`}
      </td>
    </tr>
  );
}

function sourcesOf({ between, differing }: ContestedClaim): readonly SourceId[] {
  return [...differing, ...(between ? [between.supporting, between.refuting] : [])];
}

import { useMemo } from "react";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import type { Claim } from "../../annotations/model/claim.ts";
import type { ClaimId } from "../../annotations/model/id.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import { sourceName } from "../../annotations/model/source.ts";
import { STANCE_SIGNS } from "../../annotations/model/stance.ts";
import type { Tag } from "../../annotations/model/tag.ts";
import { useDesk } from "../session/desk.ts";
import { claimsOf } from "../session/selectors.ts";
import { comparisonOf, shortQuote } from "./comparing.ts";

/** So many of each kind are shown; nobody reads more, and the counts say how many there are. */
const MOST_SHOWN = 200;

interface Props {
  readonly own: AnnotationSet;
  readonly set: AnnotationSet;
}

/** The marks and claims in which a version differs from the set as it is now. */
export function Differences({ own, set }: Props) {
  const sources = useDesk((state) => state.project.sources);
  const { marks, claims } = useMemo(() => comparisonOf(own, set, sources), [own, set, sources]);
  const nameOf = useClaimNames(set);
  return (
    <div className="differences">
      <DifferenceGroup title="Marks only in this version" items={marks.added}>
        {(mark) => <MarkItem key={mark.id} mark={mark} nameOf={nameOf} />}
      </DifferenceGroup>
      <DifferenceGroup title="Marks only in yours now" items={marks.removed}>
        {(mark) => <MarkItem key={mark.id} mark={mark} nameOf={nameOf} />}
      </DifferenceGroup>
      <DifferenceGroup title="Marks in both, different" items={marks.changed}>
        {([now, then]) => <MarkItem key={now.id} mark={now} then={then} nameOf={nameOf} />}
      </DifferenceGroup>
      <DifferenceGroup title="Claims only in this version" items={claims.added}>
        {(claim) => <ClaimItem key={claim.id} claim={claim} />}
      </DifferenceGroup>
      <DifferenceGroup title="Claims only in yours now" items={claims.removed}>
        {(claim) => <ClaimItem key={claim.id} claim={claim} />}
      </DifferenceGroup>
      <DifferenceGroup title="Claims in both, different" items={claims.changed}>
        {([now, then]) => <ClaimItem key={now.id} claim={now} then={then} />}
      </DifferenceGroup>
    </div>
  );
}

type NameOf = (id: ClaimId) => string;

/** Claims by the IDs that people see now; one that only the version has, by its own. */
function useClaimNames(set: AnnotationSet): NameOf {
  const claims = useDesk(claimsOf);
  return useMemo(() => {
    const names = new Map([
      ...set.claims.map(({ id, label }) => [id, label] as const),
      ...claims.map(({ id, displayLabel }) => [id, displayLabel] as const),
    ]);
    return (id) => names.get(id) ?? "?";
  }, [set, claims]);
}

interface GroupProps<Item> {
  readonly title: string;
  readonly items: readonly Item[];
  readonly children: (item: Item) => React.ReactNode;
}

function DifferenceGroup<Item>({ title, items, children }: GroupProps<Item>) {
  if (items.length === 0) return null;
  const more = items.length - MOST_SHOWN;
  return (
    <section>
      <h5>
        {title} <small>{items.length.toLocaleString("en")}</small>
      </h5>
      <ul>{items.slice(0, MOST_SHOWN).map(children)}</ul>
      {more > 0 && <p className="hint">and {more.toLocaleString("en")} more</p>}
    </section>
  );
}

interface MarkItemProps {
  readonly mark: Mark;
  /** The same mark as the version has it. */
  readonly then?: Mark;
  readonly nameOf: NameOf;
}

function MarkItem({ mark, then, nameOf }: MarkItemProps) {
  const source = useDesk((state) => state.project.sources.find(({ id }) => id === mark.sourceId));
  return (
    <li>
      <q dir="auto">{shortQuote(mark)}</q>
      <p className="difference-facts">
        {then && <span>now</span>}
        <Tags tags={mark.tags} nameOf={nameOf} />
        {then && (
          <>
            <span>in this version</span>
            <Tags tags={then.tags} nameOf={nameOf} />
            <span>{otherDifferences(mark, then)}</span>
          </>
        )}
        <bdi>{source ? source.title || sourceName(source) : "an article that is not in this project"}</bdi>
      </p>
    </li>
  );
}

function Tags({ tags, nameOf }: { readonly tags: readonly Tag[]; readonly nameOf: NameOf }) {
  if (tags.length === 0) return <span>no claim</span>;
  return tags.map(({ id, claimId, stance }) => (
    <span key={id} className={`difference-tag ${stance}`} title={stance}>
      {nameOf(claimId)}
      <span aria-hidden="true"> {STANCE_SIGNS[stance]}</span>
      <span className="sr-only"> {stance}</span>
    </span>
  ));
}

/** What differs beside claims and stances, which are shown. */
function otherDifferences(now: Mark, then: Mark): string {
  if (shortQuote(now, Infinity) !== shortQuote(then, Infinity)) return "with another passage";
  const fields = now.tags.flatMap((tag) => {
    const former = then.tags.find(({ id }) => id === tag.id);
    return former ? DETAILS.filter((field) => tag[field] !== former[field]) : [];
  });
  return fields.length > 0 ? `different ${[...new Set(fields)].join(", ")}` : "";
}

const DETAILS = ["voice", "speaker", "attitude", "certainty", "confidence", "note"] as const;

function ClaimItem({ claim, then }: { readonly claim: Claim; readonly then?: Claim }) {
  return (
    <li>
      <ClaimWords claim={claim} />
      {then && (
        <>
          <p className="difference-facts">in this version</p>
          <ClaimWords claim={then} />
        </>
      )}
    </li>
  );
}

function ClaimWords({ claim: { label, text, note, removed } }: { readonly claim: Claim }) {
  return (
    <p className="difference-claim">
      <span className="claim-label">{label}</span>
      <span dir="auto">
        {text}
        {removed && <em> deleted</em>}
        {note !== "" && <small>{note}</small>}
      </span>
    </p>
  );
}

import type { ClaimChoice, LabelChoice, MeantLabel } from "../../annotations/exchange/reading/label-choice.ts";
import { STANCES } from "../../annotations/model/stance.ts";
import { useDesk } from "../session/desk.ts";
import { claimsOf } from "../session/selectors.ts";
import { withLabel } from "./decisions.ts";
import { MOST_SHOWN, NotShown } from "./NotShown.tsx";
import type { PartProps } from "./part.ts";

interface TagCount {
  /** How many tags have the label, but for those of marks that are hidden from the analyst. */
  readonly seen: number;
  /** Whether any of them says no stance itself. */
  readonly open: boolean;
}

const NO_TAGS: TagCount = { seen: 0, open: false };

/** What the labels of the files mean: which claim, and which stance where the tags have none of their own. */
export function FoundLabels({ plan, staged, decisions, isHidden, onDecide }: PartProps) {
  const tags = new Map<string, TagCount>();
  const hidden = new Set(plan.marks.filter(isHidden).map(({ index }) => index));
  for (const [index, { tags: some }] of staged.read.marks.entries()) {
    for (const { label, stance } of some) {
      const { seen, open } = tags.get(label) ?? NO_TAGS;
      tags.set(label, { seen: seen + (hidden.has(index) ? 0 : 1), open: open || stance === undefined });
    }
  }
  const labels = [...plan.labels.values()].filter(({ read }) => tags.has(read.key));
  if (labels.length === 0) return null;
  return (
    <section aria-labelledby="found-labels">
      <h3 id="found-labels">Labels</h3>
      <table className="found">
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">Claim</th>
            <th scope="col">Stance</th>
            <th scope="col">{hidden.size > 0 ? "Tags that you may see" : "Tags"}</th>
          </tr>
        </thead>
        <tbody>
          {labels.slice(0, MOST_SHOWN).map((label) => (
            <LabelRow
              key={label.read.key}
              label={label}
              words={wordsOf(staged, label)}
              number={tags.get(label.read.key) ?? NO_TAGS}
              onChoose={(choice) => onDecide(withLabel(decisions, label.read.key, choice))}
            />
          ))}
        </tbody>
      </table>
      <NotShown number={labels.length} what="labels" />
    </section>
  );
}

/** The wording of the label's claim, where the files have one. */
function wordsOf({ read }: PartProps["staged"], { read: label }: MeantLabel): string {
  const claim = read.claims.find(({ key }) => key === label.claim);
  return claim?.text ?? claim?.label ?? "";
}

interface RowProps {
  readonly label: MeantLabel;
  readonly words: string;
  readonly number: TagCount;
  onChoose(choice: LabelChoice): void;
}

function LabelRow({ label: { read, claim, stance }, words, number, onChoose }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <bdi>{read.name}</bdi> {words !== read.name && <small dir="auto">{words}</small>}
      </th>
      <td>
        <ClaimOfLabel
          name={read.name}
          canBeNew={read.claim !== null}
          claim={claim}
          onChoose={(other) => onChoose({ claim: other, stance })}
        />
      </td>
      <td>
        {number.open ? (
          <select
            aria-label={`Stance of ${read.name}`}
            value={stance ?? "mentions"}
            onChange={({ target }) => onChoose({ claim, stance: STANCES.find((one) => one === target.value) ?? null })}
          >
            {STANCES.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        ) : (
          <small>as each tag says</small>
        )}
      </td>
      <td className="number">{number.seen.toLocaleString("en")}</td>
    </tr>
  );
}

interface ClaimProps {
  readonly name: string;
  readonly canBeNew: boolean;
  readonly claim: ClaimChoice;
  onChoose(claim: ClaimChoice): void;
}

function ClaimOfLabel({ name, canBeNew, claim, onChoose }: ClaimProps) {
  const claims = useDesk(claimsOf);
  return (
    <select
      aria-label={`Claim of ${name}`}
      value={claim.kind === "known" ? claim.id : claim.kind}
      onChange={({ target }) => {
        const known = claims.find(({ id }) => id === target.value);
        onChoose(known ? { kind: "known", id: known.id } : { kind: target.value === "new" ? "new" : "none" });
      }}
    >
      {canBeNew && <option value="new">a new claim</option>}
      <option value="none">none: leave its tags out</option>
      {claims.map(({ id, displayLabel, text }) => (
        <option key={id} value={id}>
          {`${displayLabel} ${text}`.slice(0, 80)}
        </option>
      ))}
    </select>
  );
}

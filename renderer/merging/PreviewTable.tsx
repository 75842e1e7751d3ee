import type { PreviewedSet } from "../../annotations/merging/merge-preview.ts";
import { MERGED_PARTS, type MergeCount, type MergedPart } from "../../annotations/merging/merged-set.ts";

const PARTS: Readonly<Record<MergedPart, string>> = {
  marks: "Marks",
  bin: "Marks in the bin",
  claims: "Claims",
  cells: "Judged cells",
  cellNotes: "Notes on cells",
  originVerdicts: "Findings on pairs",
  done: "Articles done",
  reveals: "Looks at others’ marks",
};

const OUTCOMES: readonly { readonly key: keyof MergeCount; readonly name: string; readonly title: string }[] = [
  { key: "added", name: "New", title: "Only the other copy has it" },
  { key: "same", name: "The same", title: "Both copies have just this" },
  { key: "revised", name: "Later there", title: "The other copy has a later revision, which is taken" },
  { key: "earlier", name: "Later here", title: "This project has a later revision, which stays" },
  { key: "conflicts", name: "In conflict", title: "Both have other content, and nothing tells which is the later one" },
];

/** For each analyst, what of the other copy is new, the same, revised and in conflict. */
export function PreviewTable({ sets }: { readonly sets: readonly PreviewedSet[] }) {
  if (sets.length === 0) return <p className="hint">The other copy has no marks yet.</p>;
  return (
    <table className="merge-table">
      <thead>
        <tr>
          <th scope="col">Analyst</th>
          <th scope="col">What</th>
          {OUTCOMES.map(({ key, name, title }) => (
            <th key={key} scope="col" title={title}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {sets.map((set) => (
        <SetRows key={set.analystId} set={set} />
      ))}
    </table>
  );
}

function SetRows({ set: { name, isNew, counts } }: { readonly set: PreviewedSet }) {
  const present = MERGED_PARTS.filter((part) => OUTCOMES.some(({ key }) => counts[part][key] > 0));
  const parts = present.length > 0 ? present : (["marks"] as const);
  return (
    <tbody>
      {parts.map((part, i) => (
        <tr key={part}>
          {i === 0 && (
            <th scope="rowgroup" rowSpan={parts.length}>
              <bdi>{name}</bdi>
              {isNew && <small> new here</small>}
            </th>
          )}
          <th scope="row">{PARTS[part]}</th>
          {OUTCOMES.map(({ key }) => (
            <td key={key} className={counts[part][key] === 0 ? "none" : key}>
              {counts[part][key]}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

import { useCallback, useMemo, useState } from "react";
import type { SetVersion } from "../../annotations/api/set-version.ts";
import { type Difference, differenceOf, type SetDifference } from "../../annotations/commands/difference.ts";
import type { AnnotationSet } from "../../annotations/model/annotation-set.ts";
import { amount } from "../controls/amount.ts";
import { useDesk } from "../session/desk.ts";
import { isReadOnly, ownSet } from "../session/selectors.ts";
import { client } from "../session/transport.ts";
import { Differences } from "./Differences.tsx";
import { commandsToTake, settleVersion, takeVersion } from "./deciding.ts";
import { timeWords } from "./time-words.ts";
import { useFetched } from "./use-fetched.ts";
import { VERSION_WORDS } from "./version-words.ts";

interface Props {
  readonly version: SetVersion;
  /** A decision was made, and the list of versions is another one. */
  onSettled(): void;
}

/** One version beside the set as it is now: what differs, and what can be done with it. */
export function VersionComparison({ version, onSettled }: Props) {
  const { id, kind, at } = version;
  const [fetched] = useFetched(useCallback(async () => (await client("versions.read", { id })).set, [id]));
  return (
    <div className="comparison">
      <h4>
        {VERSION_WORDS[kind].name}, {timeWords(at)}
      </h4>
      <p className="comparison-meaning">{VERSION_WORDS[kind].meaning}</p>
      {fetched.kind === "waiting" && <p className="hint">Reading the version…</p>}
      {fetched.kind === "failed" && (
        <>
          <p className="problem">This version cannot be compared. {fetched.message}</p>
          <Decision version={version} set={null} onSettled={onSettled} />
        </>
      )}
      {fetched.kind === "here" && <Compared version={version} set={fetched.value} onSettled={onSettled} />}
      <p className="version-file">
        <code>{id}</code>
      </p>
    </div>
  );
}

interface ComparedProps extends Props {
  readonly set: AnnotationSet;
}

function Compared({ version, set, onSettled }: ComparedProps) {
  const own = useDesk(ownSet);
  const difference = useMemo(() => own && differenceOf(own, set), [own, set]);
  if (!own || !difference) return null;
  return (
    <>
      {isNone(difference) ? <p>It holds the same as you have now.</p> : <Counts difference={difference} />}
      <Decision version={version} set={set} onSettled={onSettled} />
      <Differences own={own} set={set} />
    </>
  );
}

function isNone(difference: SetDifference): boolean {
  const parts: readonly Difference[] = Object.values(difference);
  return parts.every(({ added, removed, changed }) => added + removed + changed === 0);
}

function Counts({
  difference: { marks, claims, cells, bin, cellNotes, originVerdicts, done, reveals },
}: {
  readonly difference: SetDifference;
}) {
  const rows: readonly (readonly [string, Difference])[] = [
    ["Marks", marks],
    ["Claims", claims],
    ["Judged cells", cells],
    ["Marks in the bin", bin],
    ["Notes on cells", cellNotes],
    ["Verdicts on pairs of sources", originVerdicts],
    ["Articles that are done", done],
    ["Reveals of others’ marks", reveals],
  ];
  return (
    <table className="counts">
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">Part of the set</span>
          </th>
          <th scope="col">only in this version</th>
          <th scope="col">only in yours now</th>
          <th scope="col">in both, different</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, { added, removed, changed }]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <Count number={added} />
            <Count number={removed} />
            <Count number={changed} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Count({ number }: { readonly number: number }) {
  return <td className={number === 0 ? "none" : ""}>{number.toLocaleString("en")}</td>;
}

interface DecisionProps extends Props {
  /** Null when it cannot be read; then it can only be left. */
  readonly set: AnnotationSet | null;
}

function Decision({ version, set, onSettled }: DecisionProps) {
  const { take, leave } = VERSION_WORDS[version.kind];
  const readOnly = useDesk(isReadOnly);
  const project = useDesk((state) => state.project);
  const analyst = useDesk((state) => state.analyst);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState("");
  const steps = useMemo(
    () => (set ? commandsToTake({ project, analyst }, version.kind, set).length : 0),
    [project, analyst, version.kind, set],
  );
  const decide = (work: Promise<boolean>) => {
    setBusy(true);
    void work
      .then((worked) => {
        if (!worked) return;
        if (version.kind === "backup") setDone("Restored. Undo takes it back.");
        onSettled();
      })
      .finally(() => setBusy(false));
  };
  return (
    <div className="decision">
      {set && steps > 0 && (
        <button type="button" disabled={busy || readOnly} onClick={() => decide(takeVersion(version, set))}>
          {take}
        </button>
      )}
      {leave !== null && (
        <button type="button" disabled={busy || readOnly} onClick={() => decide(settleVersion(version))}>
          {leave}
        </button>
      )}
      <span className="hint" role="status">
        {done || (set && version.kind === "conflict-copy" ? additionWords(steps) : "")}
      </span>
    </div>
  );
}

function additionWords(number: number): string {
  if (number === 0) return "It has nothing that is missing here.";
  return `${amount(number, "addition")}; nothing is taken away.`;
}

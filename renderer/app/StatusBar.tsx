import { openSources } from "../../annotations/model/project.ts";
import { PassageSteps } from "../aligning/PassageSteps.tsx";
import { Key } from "../controls/Key.tsx";
import { urgentReports } from "../files/urgent-reports.ts";
import { LinkedScrolling } from "../panes/LinkedScrolling.tsx";
import { setDesk, useDesk } from "../session/desk.ts";
import { claimOf, isReadOnly, ownSet } from "../session/selectors.ts";
import { SavingAnnouncer } from "./SavingAnnouncer.tsx";
import { SavingState } from "./SavingState.tsx";
import { UnsavedBar } from "./UnsavedBar.tsx";

/** The keys that are of use right now, how saving goes, and how much there is. */
export function StatusBar() {
  return (
    <footer className="status-bar">
      <UnsavedBar />
      <div className="status-line">
        <Hints />
        <ReadingTools />
        <SavingState />
        <FilesButton />
        <Amounts />
      </div>
      <SavingAnnouncer />
    </footer>
  );
}

function Hints() {
  const view = useDesk((state) => state.view);
  const hints = useDesk((state) => hintsFor(state.view, state.activeMark !== null, isReadOnly(state)));
  const claim = useDesk((state) => (state.activeClaim ? claimOf(state, state.activeClaim)?.displayLabel : undefined));
  return (
    <div className="hints">
      {hints.map(([key, does]) => (
        <span key={key}>
          <Key>{key}</Key> {does}
        </span>
      ))}
      {claim && view === "read" && (
        <span>
          <Key>G</Key> align all at {claim}
        </span>
      )}
    </div>
  );
}

/** The way through the passages of the chosen claim, and linked scrolling: while reading. */
function ReadingTools() {
  const reading = useDesk((state) => state.view === "read" && openSources(state.project).length > 0);
  return (
    reading && (
      <>
        <PassageSteps />
        <LinkedScrolling />
      </>
    )
  );
}

function FilesButton() {
  const reports = useDesk((state) => state.reports);
  const attention = urgentReports(reports, []).length;
  return (
    <button
      type="button"
      className="quiet files-button"
      title="What happened to the project's files, and former versions of your marks"
      onClick={() => setDesk({ dialog: { kind: "files" } })}
    >
      Files
      {attention > 0 && (
        <span className="attention">
          {attention}
          <span className="sr-only"> to look at</span>
        </span>
      )}
    </button>
  );
}

function Amounts() {
  const marks = useDesk((state) => ownSet(state)?.marks.length ?? 0);
  const sources = useDesk((state) => openSources(state.project).length);
  return (
    <span>
      {marks} {marks === 1 ? "mark" : "marks"} · {sources} {sources === 1 ? "source" : "sources"}
    </span>
  );
}

type Hint = readonly [key: string, does: string];

const READING: readonly Hint[] = [
  ["1–5", "mark the selection"],
  ["F6", "next text"],
  ["] [", "next, previous mark"],
  ["R", "review"],
  ["?", "all keys"],
];

const AT_A_MARK: readonly Hint[] = [
  ["1–5", "stance"],
  ["C", "claim"],
  ["V", "voice"],
  [".", "repeat a tag"],
  ["B", "boundaries"],
  ["Enter", "edit"],
  ["?", "all keys"],
];

const REVIEWING: readonly Hint[] = [
  ["Enter", "open side by side"],
  ["N", "not mentioned"],
  ["A", "not applicable"],
  ["U", "not reviewed"],
  ["R", "back to reading"],
];

const LOOKING: readonly Hint[] = READING.filter(([key]) => key !== "1–5");

const LOOKING_AT_A_MARK: readonly Hint[] = [
  ["Enter", "details"],
  ["] [", "next, previous mark"],
  ["?", "all keys"],
];

const LOOKING_IN_REVIEW: readonly Hint[] = REVIEWING.filter(([key]) => key === "Enter" || key === "R");

function hintsFor(view: "read" | "review", atMark: boolean, readOnly: boolean): readonly Hint[] {
  if (view === "review") return readOnly ? LOOKING_IN_REVIEW : REVIEWING;
  if (atMark) return readOnly ? LOOKING_AT_A_MARK : AT_A_MARK;
  return readOnly ? LOOKING : READING;
}

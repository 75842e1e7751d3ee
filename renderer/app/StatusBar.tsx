import { openSources } from "../../annotations/model/project.ts";
import { STANCES } from "../../annotations/model/stance.ts";
import { ActionKey, ActionKeys, useNameWithKey } from "../actions/ActionKey.tsx";
import { PassageSteps } from "../aligning/PassageSteps.tsx";
import { useAfterPaint } from "../controls/use-after-paint.ts";
import { urgentReports } from "../files/urgent-reports.ts";
import { toggleMarkList } from "../mark-list/mark-listing.ts";
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
        <News />
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
  // The text goes first.
  const hints = useAfterPaint(useDesk((state) => hintsFor(state.view, state.activeMark !== null, isReadOnly(state))));
  const claim = useDesk((state) => (state.activeClaim ? claimOf(state, state.activeClaim)?.displayLabel : undefined));
  return (
    <div className="hints">
      {hints?.map(([ids, does]) => (
        <span key={does}>
          <ActionKeys ids={ids} /> {does}
        </span>
      ))}
      {claim && view === "read" && (
        <span>
          <ActionKey id="align.claim" /> align all at {claim}
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

/** What was undone, redone or changed by key last. */
function News() {
  const news = useDesk((state) => state.news);
  return (
    <span role="status" className="news">
      {news}
    </span>
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
  const title = useNameWithKey("All marks, and the bin", "marks.list");
  return (
    <span>
      <button type="button" className="quiet amount" title={title} onClick={toggleMarkList}>
        {marks} {marks === 1 ? "mark" : "marks"}
      </button>{" "}
      · {sources} {sources === 1 ? "source" : "sources"}
    </span>
  );
}

/** The actions whose keys are shown, and what they do. */
type Hint = readonly [ids: readonly string[], does: string];

const STANCE_ACTIONS = STANCES.map((stance) => `stance.${stance}`);

const READING: readonly Hint[] = [
  [STANCE_ACTIONS, "mark the selection"],
  [["text.next"], "next text"],
  [["mark.next", "mark.previous"], "next, previous mark"],
  [["view.toggle"], "review"],
  [["keys.sheet"], "all keys"],
];

const AT_A_MARK: readonly Hint[] = [
  [STANCE_ACTIONS, "stance"],
  [["mark.claim"], "claim"],
  [["mark.voice"], "voice"],
  [["mark.repeat"], "repeat a tag"],
  [["mark.boundaries"], "boundaries"],
  [["mark.card"], "edit"],
  [["keys.sheet"], "all keys"],
];

const REVIEWING: readonly Hint[] = [
  [["cell.open"], "open side by side"],
  [["cell.not-mentioned"], "not mentioned"],
  [["cell.not-applicable"], "not applicable"],
  [["cell.not-reviewed"], "not reviewed"],
  [["view.toggle"], "back to reading"],
];

const LOOKING: readonly Hint[] = READING.filter(([ids]) => ids !== STANCE_ACTIONS);

const LOOKING_AT_A_MARK: readonly Hint[] = [
  [["mark.card"], "details"],
  [["mark.next", "mark.previous"], "next, previous mark"],
  [["keys.sheet"], "all keys"],
];

const LOOKING_IN_REVIEW: readonly Hint[] = REVIEWING.filter(([[id]]) => id === "cell.open" || id === "view.toggle");

function hintsFor(view: "read" | "review", atMark: boolean, readOnly: boolean): readonly Hint[] {
  if (view === "review") return readOnly ? LOOKING_IN_REVIEW : REVIEWING;
  if (atMark) return readOnly ? LOOKING_AT_A_MARK : AT_A_MARK;
  return readOnly ? LOOKING : READING;
}

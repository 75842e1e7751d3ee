import { openSources } from "../../annotations/model/project.ts";
import { Key } from "../controls/Key.tsx";
import { useDesk } from "../session/desk.ts";
import { claimOf, ownSet } from "../session/selectors.ts";

/** The keys that are of use right now, and how much there is. */
export function StatusBar() {
  const view = useDesk((state) => state.view);
  const hints = useDesk((state) => hintsFor(state.view, state.activeMark !== null));
  const claim = useDesk((state) => (state.activeClaim ? claimOf(state, state.activeClaim)?.displayLabel : undefined));
  const marks = useDesk((state) => ownSet(state)?.marks.length ?? 0);
  const sources = useDesk((state) => openSources(state.project).length);
  return (
    <footer className="status-bar">
      {hints.map(([key, does]) => (
        <span key={key}>
          <Key>{key}</Key> {does}
        </span>
      ))}
      {claim && view === "read" && (
        <span>
          <Key>G</Key> show {claim} in every text
        </span>
      )}
      <span className="grow" />
      <span>
        {marks} {marks === 1 ? "mark" : "marks"} · {sources} {sources === 1 ? "source" : "sources"}
      </span>
    </footer>
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
  ["Enter", "edit"],
  ["Delete", "delete"],
  ["?", "all keys"],
];

const REVIEWING: readonly Hint[] = [
  ["Enter", "open side by side"],
  ["N", "not mentioned"],
  ["A", "not applicable"],
  ["U", "not reviewed"],
  ["R", "back to reading"],
];

function hintsFor(view: "read" | "review", atMark: boolean): readonly Hint[] {
  if (view === "review") return REVIEWING;
  return atMark ? AT_A_MARK : READING;
}

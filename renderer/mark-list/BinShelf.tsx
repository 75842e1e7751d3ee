import { type KeyboardEvent, useMemo } from "react";
import type { ListedMark } from "../../annotations/mark-list/facets.ts";
import type { BinnedMark } from "../../annotations/model/mark.ts";
import { amount } from "../controls/amount.ts";
import { Key } from "../controls/Key.tsx";
import { timeWords } from "../files/time-words.ts";
import { desk, useDesk } from "../session/desk.ts";
import { binOf, isReadOnly } from "../session/selectors.ts";
import { MarkLine } from "./MarkLine.tsx";
import { MarkLines } from "./MarkLines.tsx";
import { bringBack, dropFromBin, goToLine } from "./mark-listing.ts";

/** The deleted marks, each with the way back. */
export function BinShelf() {
  const bin = useDesk(binOf);
  const own = useDesk((state) => state.analyst.id);
  const readOnly = useDesk(isReadOnly);
  const listed = useMemo(() => bin.map((mark) => ({ analyst: own, mark })), [bin, own]);
  if (listed.length === 0) {
    return (
      <div className="hint" role="status">
        <p>The bin is empty.</p>
        <p>A mark that you delete goes here with its tags and notes, and stays until you delete it for good.</p>
      </div>
    );
  }
  return (
    <>
      <div className="search-form">
        <p className="found">
          <span role="status">{amount(listed.length, "deleted mark")}</span>
          <button
            type="button"
            className="quiet danger"
            disabled={readOnly}
            onClick={() => dropFromBin(bin, "The bin is empty.")}
          >
            Empty the bin
          </button>
        </p>
        <p>
          <Key>Enter</Key> brings a mark back, <Key>Delete</Key> deletes it for good.
        </p>
      </div>
      <MarkLines marks={listed} onKey={onLineKey} line={(one, isAt) => <BinnedLine listed={one} isAt={isAt} />} />
    </>
  );
}

/** The mark as it lies in the bin, with the time when it went there. */
function binnedOf({ mark }: ListedMark): BinnedMark | undefined {
  return binOf(desk()).find(({ id }) => id === mark.id);
}

function onLineKey(listed: ListedMark, event: KeyboardEvent): boolean {
  const mark = binnedOf(listed);
  if (!mark || (event.key !== "Delete" && event.key !== "Backspace")) return false;
  dropFromBin([mark], "The mark is deleted for good.");
  return true;
}

function BinnedLine({ listed, isAt }: { readonly listed: ListedMark; readonly isAt: boolean }) {
  const { mark } = listed;
  const at = useDesk((state) => binOf(state).find(({ id }) => id === mark.id)?.binnedAt);
  const restore = () => {
    const binned = binnedOf(listed);
    if (binned) bringBack(binned);
  };
  return (
    <MarkLine
      mark={mark}
      about={at ? `deleted ${timeWords(at)}` : ""}
      isAt={isAt}
      onFocus={() => goToLine(mark.id)}
      onClick={restore}
    >
      <span className="restore" aria-hidden="true">
        Bring back
      </span>
    </MarkLine>
  );
}

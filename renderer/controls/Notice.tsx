import { undo } from "../session/changes.ts";
import { setDesk, useDesk } from "../session/desk.ts";
import { noticeBeside } from "../session/notice-beside.ts";

interface Props {
  /** Whether the reason why nothing can be changed is shown beside it, and need not be said again. */
  readonly besideReason: boolean;
}

/** One sentence about something that did not work, or that ended well somewhere else, until it is dismissed. */
export function Notice({ besideReason }: Props) {
  const notice = useDesk((state) => (besideReason ? noticeBeside(state.notice, state.access) : state.notice));
  const undoable = useDesk(({ noticeStep, history }) => noticeStep !== null && history.done.at(-1) === noticeStep);
  return (
    <div aria-live="assertive">
      {notice !== null && (
        <p className="notice">
          <span>{notice}</span>
          {undoable && (
            <button type="button" onClick={undo}>
              Undo
            </button>
          )}
          <button type="button" onClick={() => setDesk({ notice: null })}>
            Dismiss
          </button>
        </p>
      )}
    </div>
  );
}

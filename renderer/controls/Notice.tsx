import { setDesk, useDesk } from "../session/desk.ts";
import { noticeBeside } from "../session/notice-beside.ts";

/** One sentence about something that did not work, or that ended well somewhere else, until it is dismissed. */
export function Notice() {
  const notice = useDesk((state) => noticeBeside(state.notice, state.access));
  return (
    <div aria-live="assertive">
      {notice !== null && (
        <p className="notice">
          <span>{notice}</span>
          <button type="button" onClick={() => setDesk({ notice: null })}>
            Dismiss
          </button>
        </p>
      )}
    </div>
  );
}

import { ActionKey } from "../actions/ActionKey.tsx";

/** What will stand in the list of steps, as long as there is none. */
export function NoSteps() {
  return (
    <div className="no-steps">
      <h3>No steps yet</h3>
      <p>
        Whatever you do is a step: a mark, a tag, a claim, what you say of a cell. Each stands here with its name, the
        latest first, also after the program was closed.
      </p>
      <p>
        <ActionKey id="history.undo" /> takes the last one back, <ActionKey id="history.redo" /> does it again; here you
        go to any of them at once.
      </p>
    </div>
  );
}

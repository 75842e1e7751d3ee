import { useState } from "react";
import type { Remedy } from "../../annotations/api/access.ts";
import { setDesk, useDesk } from "../session/desk.ts";
import { remedy } from "../session/remedy.ts";

/** Says that nothing can be changed at present, why, and what can be done about it. */
export function AccessBar() {
  const access = useDesk((state) => state.access);
  return (
    <div role="status">
      {access.kind === "read-only" && (
        <p className="notice">
          <span>
            <strong>Read-only.</strong> {access.reason}
          </span>
          <RemedyButton remedy={access.remedy} />
        </p>
      )}
    </div>
  );
}

function RemedyButton({ remedy: kind }: { readonly remedy: Remedy | null }) {
  switch (kind) {
    case "take-over":
      return (
        <button type="button" onClick={() => setDesk({ dialog: { kind: "take-over" }, notice: null })}>
          Take over…
        </button>
      );
    case "try-again":
      return <TryAgain />;
    case null:
      return null;
    default:
      return kind satisfies never;
  }
}

function TryAgain() {
  const [trying, setTrying] = useState(false);
  const tryAgain = () => {
    setTrying(true);
    void remedy("try-again").finally(() => setTrying(false));
  };
  return (
    <button type="button" disabled={trying} onClick={tryAgain}>
      Try again
    </button>
  );
}

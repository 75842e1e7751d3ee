import { useState } from "react";
import { setDesk } from "../../session/desk.ts";

/** Puts a table on the clipboard, to be pasted into a spreadsheet or a file. It is written when it is asked for. */
export function CopyCsv({ csv }: { readonly csv: () => string }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(csv()).then(
      () => setCopied(true),
      () => setDesk({ notice: "The table could not be copied. The command line writes it too: agreement --json." }),
    );
  return (
    <p className="copy-csv">
      <button type="button" onClick={() => void copy()}>
        Copy as CSV
      </button>
      <span role="status">{copied && "Copied."}</span>
    </p>
  );
}

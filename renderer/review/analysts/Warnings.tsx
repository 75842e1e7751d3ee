import type { Warning } from "../../../annotations/agreement/warnings/warning.ts";

/** When not to trust the figures above. */
export function Warnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className="agreement-warnings" aria-label="When not to trust these figures">
      {warnings.map(({ id, sentence }) => (
        <li key={id}>{sentence}</li>
      ))}
    </ul>
  );
}

/** A written sheet: something is noted here. */
export function NoteSign() {
  return (
    <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
      <path
        d="M2 1.5h8v6L7.5 10.5H2zM4 4h4M4 6.2h3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.2"
        strokeLinejoin="round"
      />
    </svg>
  );
}

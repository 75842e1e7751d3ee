/** A small flag, for marks to discuss. What it means is said in words beside it. */
export function FlagSign() {
  return (
    <svg className="flag-sign" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path d="M2.5 11V1.5h7L8 4l1.5 2.5h-7" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
    </svg>
  );
}

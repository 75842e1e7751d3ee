interface Props {
  readonly losses: readonly string[];
  /** Whether the file was written; before, only what the format does not carry at all is known. */
  readonly isDone: boolean;
}

/** What of the project a format leaves behind or changes, in plain sentences. */
export function LossList({ losses, isDone }: Props) {
  return (
    <section className="losses" aria-label="What this format leaves behind">
      <h3>{isDone ? "What was left behind" : "What this format leaves behind"}</h3>
      {losses.length === 0 ? (
        <p className="hint">Nothing: it carries all that is chosen.</p>
      ) : (
        <ul>
          {losses.map((loss) => (
            <li key={loss}>{loss}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

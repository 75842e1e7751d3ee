import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";

interface Props {
  readonly label: string;
  readonly value: string;
  /** In characters. */
  readonly maxLength: number;
  readonly multiline?: boolean;
  /** The id of a `<datalist>` with suggestions. */
  readonly suggestions?: string;
  onChange(value: string): void;
}

/** So long a pause in typing, in milliseconds, and what was typed is handed over. */
const PAUSE = 800;

/** A labelled text that is handed over when typing pauses, when it is left, on Enter, or when the field goes away. */
export function TextField({ label, value, maxLength, multiline = false, suggestions, onChange }: Props) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  const latest = useRef({ draft, value, onChange });
  const former = useRef(value);
  useEffect(() => {
    latest.current = { draft, value, onChange };
  });
  // What is being typed survives what comes from elsewhere, its own trimmed form included.
  useEffect(() => {
    const untouched = former.current;
    former.current = value;
    setDraft((typed) => (typed.trim() === untouched.trim() && typed.trim() !== value.trim() ? value : typed));
  }, [value]);
  useEffect(() => () => handOver(latest.current), []);
  useEffect(() => {
    if (draft.trim() === value) return;
    const timer = setTimeout(() => handOver(latest.current), PAUSE);
    return () => clearTimeout(timer);
  }, [draft, value]);

  const shared = {
    id,
    maxLength,
    value: draft,
    onChange: (event: { target: { value: string } }) => setDraft(event.target.value),
    onBlur: () => handOver(latest.current),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Enter" && !(multiline && event.shiftKey)) {
        event.preventDefault();
        handOver(latest.current);
      }
    },
  };
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {multiline ? (
        <textarea {...shared} rows={2} placeholder="Add a note" />
      ) : (
        <input {...shared} type="text" list={suggestions} />
      )}
    </>
  );
}

function handOver({
  draft,
  value,
  onChange,
}: {
  draft: string;
  value: string;
  onChange: (value: string) => void;
}): void {
  const text = draft.trim();
  if (text !== value) onChange(text);
}

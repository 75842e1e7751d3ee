import { useEffect, useRef, useState } from "react";

/** So long a pause in typing, in milliseconds, and what was typed is handed over. */
const PAUSE = 800;

interface Typing {
  readonly draft: string;
  setDraft(text: string): void;
  /** Hands over what was typed, and that at once. */
  done(): void;
}

/**
 * What is being typed in place of `value`: it is handed to `onChange`, without blanks around it, when typing pauses, when
 * `done` is called, or when the field goes away.
 */
export function useTyping(value: string, onChange: (value: string) => void): Typing {
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
  return { draft, setDraft, done: () => handOver(latest.current) };
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

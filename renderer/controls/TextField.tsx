import { type KeyboardEvent, useId } from "react";
import { useTyping } from "./use-typing.ts";

interface Props {
  readonly label: string;
  readonly value: string;
  /** In characters. */
  readonly maxLength: number;
  readonly multiline?: boolean;
  onChange(value: string): void;
}

/** A labelled text that is handed over when typing pauses, when it is left, on Enter, or when the field goes away. */
export function TextField({ label, value, maxLength, multiline = false, onChange }: Props) {
  const id = useId();
  const { draft, setDraft, done } = useTyping(value, onChange);

  const shared = {
    id,
    maxLength,
    value: draft,
    onChange: (event: { target: { value: string } }) => setDraft(event.target.value),
    onBlur: done,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Enter" && !(multiline && event.shiftKey)) {
        event.preventDefault();
        done();
      }
    },
  };
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {multiline ? <textarea {...shared} rows={2} placeholder="Add a note" /> : <input {...shared} type="text" />}
    </>
  );
}

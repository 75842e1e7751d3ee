import { useId } from "react";

interface Props<Option extends string> {
  readonly label: string;
  readonly value: Option;
  readonly options: readonly Option[];
  /** How the options read, where they do not speak for themselves. */
  readonly words?: Readonly<Record<Option, string>>;
  onChoose(option: Option): void;
}

/** One of a few, as a labelled line of a form. */
export function Choice<Option extends string>({ label, value, options, words, onChoose }: Props<Option>) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option === event.target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {words?.[option] ?? option}
          </option>
        ))}
      </select>
    </>
  );
}

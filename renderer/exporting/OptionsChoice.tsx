interface Props {
  readonly options: readonly { readonly id: string; readonly description: string }[];
  readonly chosen: ReadonlySet<string>;
  onChoose(chosen: ReadonlySet<string>): void;
}

/** What a format leaves to the person who writes it. */
export function OptionsChoice({ options, chosen, onChoose }: Props) {
  if (options.length === 0) return null;
  const switched = (id: string, isOn: boolean) =>
    new Set(isOn ? [...chosen, id] : [...chosen].filter((one) => one !== id));
  return (
    <fieldset>
      <legend>Of this format</legend>
      {options.map(({ id, description }) => (
        <label key={id} className="option">
          <input
            type="checkbox"
            checked={chosen.has(id)}
            onChange={({ target }) => onChoose(switched(id, target.checked))}
          />
          <span>{description}</span>
        </label>
      ))}
    </fieldset>
  );
}

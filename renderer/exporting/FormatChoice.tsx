interface Props {
  readonly formats: readonly { readonly id: string; readonly name: string; readonly description: string }[];
  readonly chosen: string;
  onChoose(id: string): void;
}

/** In which format a file is written, each with what it is good for. */
export function FormatChoice({ formats, chosen, onChoose }: Props) {
  return (
    <fieldset>
      <legend>Format</legend>
      {formats.map(({ id, name, description }) => (
        <label key={id} className="option">
          <input type="radio" name="format" checked={chosen === id} onChange={() => onChoose(id)} />
          <span>
            <b>{name}</b> {description}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

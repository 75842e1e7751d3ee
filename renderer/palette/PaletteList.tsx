import { useEffect, useId, useRef } from "react";
import type { Entry, Section } from "./entries.ts";

interface Props {
  readonly id: string;
  readonly sections: readonly Section[];
  readonly active: Entry | undefined;
  optionId(list: string, entry: Entry): string;
  onChoose(entry: Entry): void;
}

/** What can be chosen, under headings or ranked. The field above keeps the focus. */
export function PaletteList({ id, sections, active, optionId, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) document.getElementById(optionId(id, active))?.scrollIntoView({ block: "nearest" });
  }, [active, id, optionId]);
  return (
    <div ref={list} id={id} role="listbox" aria-label="Actions" className="palette-list">
      {sections.map((section) => (
        <PaletteSection key={section.heading ?? ""} heading={section.heading}>
          {section.entries.map((entry) => (
            <Option
              key={entry.id}
              id={optionId(id, entry)}
              entry={entry}
              isActive={entry === active}
              heading={section.heading === null}
              onChoose={onChoose}
            />
          ))}
        </PaletteSection>
      ))}
    </div>
  );
}

function PaletteSection({
  heading,
  children,
}: {
  readonly heading: string | null;
  readonly children: React.ReactNode;
}) {
  const label = useId();
  if (heading === null) return children;
  return (
    // biome-ignore lint/a11y/useSemanticElements: groups of options in a listbox are no fieldsets
    <div role="group" aria-labelledby={label}>
      <h3 id={label} role="presentation">
        {heading}
      </h3>
      {children}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly entry: Entry;
  readonly isActive: boolean;
  /** Whether the entry says itself where it belongs. */
  readonly heading: boolean;
  onChoose(entry: Entry): void;
}

function Option({ id, entry, isActive, heading, onChoose }: OptionProps) {
  const { name, keys, reason } = entry;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={reason !== null}
      className="palette-option"
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(entry)}
    >
      <span className="palette-name" dir="auto">
        {name}
      </span>
      {reason !== null && <small className="palette-reason">{reason}</small>}
      {heading && reason === null && <small>{entry.heading}</small>}
      <span className="palette-keys">
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </span>
    </div>
  );
}

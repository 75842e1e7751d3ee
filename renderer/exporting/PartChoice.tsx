import { type CheckItem, CheckList } from "./CheckList.tsx";

/** Which claims or articles go out. What was ticked stays in mind while all go out. */
export interface Part<Id extends string> {
  readonly isChosen: boolean;
  readonly ids: ReadonlySet<Id>;
}

export const ALL: Part<never> = { isChosen: false, ids: new Set() };

/** The ids that a choice names, as far as they are still there; undefined for all. */
export function idsOf<Id extends string>({ isChosen, ids }: Part<Id>, items: readonly { readonly id: Id }[]) {
  return isChosen ? items.flatMap(({ id }) => (ids.has(id) ? [id] : [])) : undefined;
}

interface Props<Id extends string> {
  readonly name: string;
  readonly items: readonly CheckItem<Id>[];
  readonly counts: ReadonlyMap<Id, number>;
  readonly part: Part<Id>;
  onChoose(part: Part<Id>): void;
}

/** All of a kind or some, with the list to tick them. */
export function PartChoice<Id extends string>({ name, items, counts, part, onChoose }: Props<Id>) {
  if (items.length === 0) return null;
  const number = items.filter(({ id }) => part.ids.has(id)).length;
  const radio = (isChosen: boolean) => ({
    ...{ type: "radio", name: `part-${name}`, checked: part.isChosen === isChosen },
    onChange: () => onChoose({ ...part, isChosen }),
  });
  return (
    <fieldset>
      <legend>{name}</legend>
      <div className="part-choice">
        <label className="option">
          <input {...radio(false)} />
          <span>All ({items.length.toLocaleString("en")})</span>
        </label>
        <label className="option">
          <input {...radio(true)} />
          <span>Chosen{part.isChosen && ` (${number.toLocaleString("en")})`}</span>
        </label>
      </div>
      {part.isChosen && (
        <CheckList {...{ name, items, counts }} checked={part.ids} onCheck={(ids) => onChoose({ ...part, ids })} />
      )}
    </fieldset>
  );
}

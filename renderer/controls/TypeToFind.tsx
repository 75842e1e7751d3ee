import { Autocomplete } from "@base-ui/react/autocomplete";
import type { ReactNode } from "react";

interface Props<Item> {
  readonly items: readonly Item[];
  /** What is typed; the caller looks for it. */
  readonly query: string;
  /** Whether Enter takes the first item before one was gone to. */
  readonly takesFirst: boolean;
  nameOf(item: Item): string;
  onQuery(query: string): void;
  readonly children: ReactNode;
}

/** A field and, always open below it, the list of what answers it. Field, list and items are those of `Autocomplete`. */
export function TypeToFind<Item>({ items, query, takesFirst, nameOf, onQuery, children }: Props<Item>) {
  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      items={items}
      filter={null}
      autoHighlight={takesFirst ? "always" : false}
      keepHighlight
      value={query}
      onValueChange={(value, { reason }) => {
        // Choosing an item would write it into the field; only typing may.
        if (reason !== "item-press") onQuery(value);
      }}
      itemToStringValue={nameOf}
    >
      {children}
    </Autocomplete.Root>
  );
}

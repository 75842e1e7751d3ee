import { Key } from "./Key.tsx";

/** The keys of a list below a field, and what they do here. */
export function ListKeys({ take, leave }: { readonly take: string; readonly leave: string }) {
  return (
    <>
      <span>
        <Key>Enter</Key> {take}
      </span>
      <span>
        <Key>↑</Key> <Key>↓</Key> choose
      </span>
      <span>
        <Key>Esc</Key> {leave}
      </span>
    </>
  );
}

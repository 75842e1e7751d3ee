import type { ReactNode } from "react";
import { keyName } from "./keyboard.ts";

/** A key as it looks on the keyboard. */
export function Key({ children }: { readonly children: ReactNode }) {
  return <kbd>{typeof children === "string" ? keyName(children) : children}</kbd>;
}

import { type ExportChoice, exportRequest } from "../../annotations/exchange/export-choice.ts";
import type { WritableFormat } from "../../annotations/exchange/format.ts";
import { goingOutWords } from "../../annotations/exchange/going-out.ts";
import { blindCount, visibleProject } from "../session/blindness.ts";
import { useDesk } from "../session/desk.ts";

interface Props {
  readonly choice: ExportChoice;
  readonly format: WritableFormat;
}

/** How much goes out. What is hidden from the analyst goes out too where that is chosen, but is not counted. */
export function GoingOut({ choice, format }: Props) {
  const visible = useDesk(visibleProject);
  const isBlind = useDesk((state) => blindCount(state) > 0);
  const hidesSome = isBlind && choice.analysts === undefined && format.carries.has("marks");
  return (
    <span className="grow hint" aria-live="polite">
      Goes out: {goingOutWords(exportRequest(visible, choice), format)}
      {hidesSome && ", and the marks that are hidden from you"}
    </span>
  );
}

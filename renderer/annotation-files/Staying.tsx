import type { ReadingPlan } from "../../annotations/exchange/reading/reading-plan.ts";
import { stayingParts } from "../../annotations/exchange/reading/reading-report.ts";
import { amount } from "../controls/amount.ts";
import { MOST_SHOWN, NotShown } from "./NotShown.tsx";

/** What the files say otherwise than the project and is not taken over. */
export function Staying({ plan }: { readonly plan: ReadingPlan }) {
  const parts = [...stayingParts(plan), ...plan.stays];
  if (parts.length === 0) return null;
  return (
    <details>
      <summary>{amount(parts.length, "thing stays as it is here", "things stay as they are here")}</summary>
      <ul className="reading-problems">
        {parts.slice(0, MOST_SHOWN).map((part) => (
          <li key={part}>
            <bdi>{part}</bdi>
          </li>
        ))}
      </ul>
      <NotShown number={parts.length} what="things" />
    </details>
  );
}

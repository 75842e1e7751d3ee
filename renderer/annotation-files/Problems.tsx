import type { ReadProblem } from "../../annotations/exchange/reading/read-annotations.ts";
import { amount } from "../controls/amount.ts";
import { MOST_SHOWN, NotShown } from "./NotShown.tsx";

/** What of the files was not understood, and where. */
export function Problems({ problems }: { readonly problems: readonly ReadProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <details>
      <summary>{amount(problems.length, "item")} of the file not understood</summary>
      <ul className="reading-problems">
        {[...new Map(problems.map((problem) => [`${problem.at} ${problem.message}`, problem]))]
          .slice(0, MOST_SHOWN)
          .map(([key, { at, message }]) => (
            <li key={key}>
              <code>{at}</code> {message}
            </li>
          ))}
      </ul>
      <NotShown number={problems.length} what="items" />
    </details>
  );
}

import { type OriginVerdict, type PairOfSources, pairKey } from "../../../annotations/model/origin-verdict.ts";
import { perform, stamp } from "../../session/changes.ts";
import { type Desk, desk } from "../../session/desk.ts";
import { ownSet } from "../../session/selectors.ts";

type Verdict = OriginVerdict["verdict"];

const STEPS: Readonly<Record<Verdict, string>> = {
  "one-origin": "calling two articles one origin",
  independent: "calling two articles independent",
};

/** What the working analyst finds about two sources; undefined where that is nothing. */
export function verdictOn(state: Pick<Desk, "project" | "analyst">, pair: PairOfSources): OriginVerdict | undefined {
  const key = pairKey(pair);
  return ownSet(state)?.originVerdicts?.find((verdict) => pairKey(verdict) === key);
}

/** Says of two sources whether they are one origin; the same once more takes it back. */
export function sayOf(pair: PairOfSources, verdict: Verdict): void {
  const former = verdictOn(desk(), pair);
  if (former?.verdict === verdict) {
    takeBack(pair);
    return;
  }
  const { a, b } = pair;
  const said = { ...former, a, b, verdict, at: stamp().at };
  perform(STEPS[verdict], { kind: "put-origin-verdict", ...stamp(), verdict: said });
}

/** Leaves open again whether two sources are one origin. */
export function takeBack({ a, b }: PairOfSources): void {
  perform("leaving open whether two articles are one origin", { kind: "drop-origin-verdict", ...stamp(), a, b });
}

import { useCallback, useEffect, useRef, useState } from "react";
import { sentenceOf } from "../session/sentence.ts";

/** Something that the host was asked for. */
type Fetched<Value> =
  | { readonly kind: "waiting" }
  | { readonly kind: "here"; readonly value: Value }
  | { readonly kind: "failed"; readonly message: string };

/** Asks the host, and again on `reload` or when `ask` is another function; until the new answer comes the former stays. */
export function useFetched<Value>(ask: () => Promise<Value>): readonly [Fetched<Value>, () => void] {
  const [fetched, setFetched] = useState<Fetched<Value>>({ kind: "waiting" });
  const latest = useRef(0);
  const reload = useCallback(() => {
    latest.current++;
    const turn = latest.current;
    const show = (next: Fetched<Value>) => turn === latest.current && setFetched(next);
    ask().then(
      (value) => show({ kind: "here", value }),
      (error: unknown) => show({ kind: "failed", message: sentenceOf(error) }),
    );
  }, [ask]);
  useEffect(() => {
    reload();
    return () => {
      latest.current++;
    };
  }, [reload]);
  return [fetched, reload];
}

import passageWorker from "../review/origins/passage-worker.ts?worker&url";
import expressionWorker from "../search/expression-worker.ts?worker&url";

/** The programs that may run beside the page. */
const OWN_WORKERS = { expression: expressionWorker, passages: passageWorker } as const;

interface Policy {
  createScriptURL(url: string): string;
}

/** TypeScript's library does not know Trusted Types yet, and types what a policy gives back as the string it stands for. */
declare const trustedTypes:
  | { createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy }
  | undefined;

let policy: Policy | undefined;

/** Starts one of the page's own programs beside it. */
export function startWorker(name: keyof typeof OWN_WORKERS): Worker {
  return new Worker(trusted(OWN_WORKERS[name]));
}

/** The page may start no programs but these; its security policy names this way to say so. */
function trusted(url: string): string {
  if (typeof trustedTypes === "undefined") return url;
  policy ??= trustedTypes.createPolicy("ParallaxWorker", {
    createScriptURL: (asked) => {
      if (!Object.values(OWN_WORKERS).includes(asked)) throw new TypeError("not a program of this page");
      return asked;
    },
  });
  return policy.createScriptURL(url);
}

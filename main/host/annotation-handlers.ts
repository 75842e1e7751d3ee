import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import type { Output } from "../../annotations/api/contract.ts";
import type { Handlers } from "../../annotations/api/handlers.ts";
import { choicesOf, type ReadingDecisions } from "../../annotations/api/reading-decisions.ts";
import { Failure } from "../../annotations/api/reply.ts";
import { Refusal } from "../../annotations/commands/refusal.ts";
import type { ReadAnnotations } from "../../annotations/exchange/reading/read-annotations.ts";
import { isUntouched } from "../../annotations/exchange/reading/reading-ground.ts";
import { isEachNamed, setForEach } from "../../annotations/exchange/reading/set-plans.ts";
import type { Project } from "../../annotations/model/project.ts";
import type { ReadCopy } from "../storage/project/other-copy.ts";
import type { NewSource } from "../storage/project/source-files.ts";
import type { EventLog } from "./event-log.ts";
import type { CurrentSession, HostDialogs } from "./host.ts";
import { nextOrder } from "./new-source.ts";
import { additionsOf } from "./reading/additions.ts";
import { readApart } from "./reading/read-apart.ts";
import { copyAfter, wholeReading } from "./reading/read-into.ts";
import type { ReadingResult, ReadingTask } from "./reading/reading-task.ts";

interface Parts {
  readonly session: CurrentSession;
  readonly events: EventLog;
  /** Throws a `Failure` where the host shows none. */
  readonly dialogs: () => HostDialogs;
}

type Method = "annotations.stage" | "annotations.choose" | "annotations.stop" | "annotations.addArticles";

/** How many readings wait for a decision; nobody says when they are not wanted after all. */
const MOST_WAITING = 2;

/** What was read, with the sources that its articles would become, by their keys. */
interface Waiting {
  readonly read: ReadAnnotations;
  readonly additions: ReadonlyMap<string, NewSource>;
}

interface AnnotationReading {
  readonly handlers: Pick<Handlers, Method>;
  /** What becomes of a project when what waits is read into a set for each of the files' analysts, as was decided. */
  forEach(id: string, decisions: ReadingDecisions): (here: Project) => ReadCopy;
}

/** Reading annotations from files; what they say is fitted to the project by the screen, which asks the person. */
export function annotationReading({ session, events, dialogs }: Parts): AnnotationReading {
  const waiting = new Map<string, Waiting>();
  let reading: AbortController | null = null;

  async function staged(task: ReadingTask, names: readonly string[]): Promise<Output<"annotations.stage">> {
    reading?.abort();
    const mine = new AbortController();
    reading = mine;
    const outcome = await readOrRefused(task, mine.signal);
    if ("refused" in outcome) return { staged: null, refused: outcome.refused };
    const { format, read } = outcome;
    const additions = additionsOf(session.store.project, read.sources);
    const id = randomUUID();
    waiting.set(id, { read, additions });
    for (const oldest of waiting.keys()) {
      if (waiting.size <= MOST_WAITING) break;
      waiting.delete(oldest);
    }
    const brought = [...additions].map(([key, { source }]) => ({ key, source }));
    return { staged: { id, format, names: [...names], read, additions: brought }, refused: null };
  }

  function waitingFor(id: string): Waiting {
    const found = waiting.get(id);
    if (!found) throw notWaiting();
    return found;
  }

  const handlers: AnnotationReading["handlers"] = {
    "annotations.stage": async ({ files, readAs }) => {
      const handed = files.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, "base64") }));
      return staged(
        { handed, format: readAs ?? undefined },
        files.map(({ name }) => name),
      );
    },
    "annotations.choose": async ({ readAs }) => {
      const paths = await dialogs().openAnnotations();
      if (paths.length === 0) return { staged: null, refused: null };
      return staged(
        { paths, format: readAs ?? undefined },
        paths.map((path) => basename(path)),
      );
    },
    "annotations.stop": async () => {
      reading?.abort();
      return {};
    },
    "annotations.addArticles": async ({ id, keys }) => {
      const sources = await session.store.addSources(
        additionsFor(session.store.project, waitingFor(id).additions, keys),
      );
      events.emit({ kind: "project-changed", screen: null });
      return { sources: [...sources] };
    },
  };

  return {
    handlers,
    forEach: (id, decisions) => {
      const { read, additions } = waitingFor(id);
      const { from, ...choices } = choicesOf(decisions);
      if (!isEachNamed(read)) throw new Failure("refused", "The files do not say of each mark whose it is.");
      const targets = setForEach(session.store.project, read, from);
      const added = [...choices.sources].flatMap(([key, choice]) => (choice === "add" ? [key] : []));
      return (here) => {
        const sources = additionsFor(here, additions, added);
        const possible = new Map(added.flatMap((key, i) => (sources[i] ? [[key, sources[i]] as const] : [])));
        return copyAfter(wholeReading(here, read, { ...choices, targets, possible }), here);
      };
    },
  };
}

function notWaiting(): Failure {
  return new Failure("refused", "The files do not wait any more. Choose them again.");
}

/** What was read, or why nothing can be, in a sentence for people. */
async function readOrRefused(
  task: ReadingTask,
  signal: AbortSignal,
): Promise<ReadingResult | { readonly refused: string }> {
  try {
    return await readApart(task, signal);
  } catch (error) {
    if (error instanceof Refusal || error instanceof Failure) return { refused: error.message };
    throw error;
  }
}

/** Those of the waiting articles, in the panes after the last one; where nobody has worked yet, as they wait. */
function additionsFor(
  project: Project,
  waiting: ReadonlyMap<string, NewSource>,
  keys: readonly string[],
): readonly NewSource[] {
  const first = nextOrder(project);
  const keepsOrder = isUntouched(project);
  return [...new Set(keys)].map((key, i) => {
    const addition = waiting.get(key);
    if (!addition) throw notWaiting();
    return keepsOrder ? addition : { ...addition, source: { ...addition.source, order: first + i } };
  });
}

import type { AnalystId } from "../../../annotations/model/id.ts";
import { AnalystId as AnalystIdSchema } from "../../../annotations/model/id.ts";
import type { Operation } from "./operation.ts";
import type { WorkEvent } from "./work-event.ts";
import type { Worker } from "./worker.ts";

/** What processes asked for and were told, in the order in which it was heard. */
export interface WorkHistory {
  /** Of one analyst. */
  operations(analyst: AnalystId): readonly Operation[];
  readonly acknowledged: number;
  hear(worker: Worker, event: WorkEvent): void;
}

export function workHistory(): WorkHistory {
  const operations: Operation[] = [];
  /** Where the operations of a process stand, by their numbers. */
  const places = new Map<number, number[]>();
  let acknowledged = 0;

  function update(worker: Worker, number: number, change: Pick<Operation, "acknowledged">): void {
    const place = places.get(worker.pid)?.[number];
    const operation = place === undefined ? undefined : operations[place];
    if (place === undefined || operation === undefined) throw new Error(`${worker.pid} never asked for ${number}`);
    operations[place] = { ...operation, ...change };
  }

  return {
    operations: (analyst) => operations.filter((operation) => operation.analyst === analyst),
    get acknowledged() {
      return acknowledged;
    },
    hear: (worker, event) => {
      if (event.kind === "asked") {
        const { command, tagsSeen, at } = event;
        const own = places.get(worker.pid) ?? [];
        places.set(worker.pid, own);
        own[event.number] = operations.length;
        const analyst = AnalystIdSchema.parse(worker.task.analyst.id);
        operations.push({ analyst, pid: worker.pid, command, tagsSeen, askedAt: at, acknowledged: null });
      } else if (event.kind === "acknowledged") {
        const { numbers, through, at } = event;
        for (const [i, number] of numbers.entries()) {
          update(worker, number, { acknowledged: { at, seq: through - numbers.length + 1 + i } });
        }
        acknowledged += numbers.length;
      }
    },
  };
}

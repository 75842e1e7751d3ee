/** Fetches the state of the host anew when somebody else has changed it. */
export interface Refresher {
  /** The host's state is not what it was. Several requests in a row cost one question. */
  request(): void;
  /** Asks again when a former answer failed to come, or could not be taken in full. */
  resume(): void;
}

interface RefresherParts<Answer> {
  /** Settles when none of the page's own changes is being sent: with true when all of them are saved. */
  settled(): Promise<boolean>;
  /** How many changes this page has made; an answer to a question from before a change is out of date. */
  changes(): number;
  ask(): Promise<Answer>;
  /** The answer contains every change of this page. */
  take(answer: Answer): void;
  /** The answer lacks changes of this page, which must not vanish from the screen. */
  takeBesideChanges(answer: Answer): void;
}

/** Asks only while nothing is being sent, and again when changes were made while the answer was on its way. */
export function createRefresher<Answer>(parts: RefresherParts<Answer>): Refresher {
  let wanted = false;
  let owed = false;
  let running = false;

  async function run(): Promise<void> {
    running = true;
    try {
      while (wanted) await refresh();
    } catch {
      // The host has not answered, or with a failure: whoever hears of it next calls `resume`.
      owed = true;
    } finally {
      running = false;
    }
  }

  async function refresh(): Promise<void> {
    const saved = await parts.settled();
    wanted = false;
    const before = parts.changes();
    const answer = await parts.ask();
    const current = parts.changes() === before;
    owed = !saved;
    if (saved && current) parts.take(answer);
    else if (current) parts.takeBesideChanges(answer);
    else wanted = true;
  }

  function request(): void {
    wanted = true;
    if (!running) void run();
  }

  return { request, resume: () => owed && request() };
}

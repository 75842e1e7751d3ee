import type { Page } from "@playwright/test";

/** What it takes to start the built application. */
export interface Start {
  /** Files, a project folder or options, as after `npm start --`. */
  readonly args: readonly string[];
  /** The folder to which relative paths in `args` belong. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Takes errors of the page, each of which fails the spec. */
  readonly complain: (complaint: string) => void;
}

/** The application as it runs in one of its hosts, with its page open. */
export interface Running {
  readonly page: Page;
  /** Closes the page and ends the host in its orderly way. */
  stop(): Promise<void>;
  /** Ends the host process with SIGKILL. */
  kill(): Promise<void>;
  /** Makes the next open dialog give back these files. */
  chooseFiles(paths: readonly string[]): Promise<void>;
  /** Makes what is saved next end up at this path, all at once. */
  saveTo(path: string): Promise<void>;
}

/** How a start ended that did not lead to a page. */
export interface Refusal {
  readonly code: number | null;
  readonly message: string;
}

import { z } from "zod";

/** Who holds an analyst's set: one opening of a project, in one process, on one machine. */
export const Holder = z.looseObject({
  /** Different for every opening. */
  session: z.string(),
  /** The machine's name, for people. */
  host: z.string(),
  /** Tells machines apart, and containers with processes of their own. */
  machine: z.string(),
  pid: z.int(),
  /** When the process began, in the system's own words; a later process with the same number has another. */
  started: z.string(),
});
export type Holder = Readonly<z.infer<typeof Holder>>;

/** What is known of whoever holds a set: a program on this machine, one elsewhere, or nobody any more. */
export type HolderState = "alive-here" | "alive-elsewhere" | "gone";

/** The processes of a machine, as far as holding sets goes. */
export interface Processes {
  /** A new opening in this process. */
  begin(): Promise<Holder>;
  /** The opening is over, and holds nothing any more. */
  end(holder: Holder): void;
  stateOf(holder: Holder): Promise<HolderState>;
}

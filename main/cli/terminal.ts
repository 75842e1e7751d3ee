/** Where a command line program speaks and listens, and what ends it. */
export interface Terminal {
  /** The standard input, read to its end once. */
  input(): AsyncIterable<Uint8Array>;
  /** The standard output: results, and nothing else. */
  out(text: string): void;
  /** The standard error: reasons, remarks, faults. */
  err(text: string): void;
  /** Resolves when the person or the system asks the program to end. */
  untilStopped(): Promise<void>;
}

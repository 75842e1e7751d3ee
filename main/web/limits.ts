/** What a client may use of the host's time and memory. Times are in milliseconds. */
export interface Limits {
  /** All header lines of a request together, in bytes. */
  readonly headerBytes: number;
  /** From the first byte of a request, or the opening of the connection, to the end of its header. */
  readonly headerTime: number;
  /** To the end of its body. How long the answer takes does not count, so that calls may wait for events. */
  readonly requestTime: number;
  /** How long a connection may stand idle between two requests. */
  readonly idleTime: number;
  readonly connections: number;
  /** How long the end waits for answers in preparation. */
  readonly closeTime: number;
}

export const LIMITS: Limits = {
  headerBytes: 16 * 1024,
  headerTime: 10_000,
  requestTime: 30_000,
  idleTime: 30_000,
  connections: 64,
  closeTime: 5_000,
};

/** Thrown when a call did not reach the host, or the host knows this page no more; the call may be repeated later. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

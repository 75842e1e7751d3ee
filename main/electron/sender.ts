import { isOwnAddress } from "./address.ts";

/** What the check needs of a frame. The two numbers together name it. */
export interface SendingFrame {
  readonly url: string;
  readonly processId: number;
  readonly routingId: number;
  /** Missing in older versions of Electron. */
  isDestroyed?(): boolean;
}

/** Who sent a message: the frame, if it still exists, and the contents that it belongs to. */
export interface Sender {
  readonly frame: SendingFrame | null;
  readonly contents: { readonly id: number; readonly mainFrame: SendingFrame; isDestroyed(): boolean };
}

/**
 * Whether a message comes from the program's own page: from a frame that still exists, is the main frame of the window
 * whose contents have the id `known`, and shows an address of ours.
 */
export function isTrusted({ frame, contents }: Sender, known: number | undefined): boolean {
  if (contents.isDestroyed() || contents.id !== known) return false;
  if (frame === null || frame.isDestroyed?.()) return false;
  return isSame(frame, contents.mainFrame) && isOwnAddress(frame.url);
}

function isSame(a: SendingFrame, b: SendingFrame): boolean {
  return a.processId === b.processId && a.routingId === b.routingId;
}

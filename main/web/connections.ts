import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** The connections of one server, so that it can end at once and still finish what it is doing. */
export interface Connections {
  /** Notes an answer that is being prepared. One that only `waits` for something to happen is not waited for at the end. */
  prepare(response: ServerResponse, waits: boolean): void;
  /**
   * Takes no more connections, hands every waiting answer to `give`, ends what is idle, and resolves when the answers
   * in preparation are sent; after `grace` milliseconds the rest is cut off.
   */
  close(give: (response: ServerResponse) => void, grace: number): Promise<void>;
}

/** Follows the connections of `server` from now on. */
export function followConnections(server: Server): Connections {
  const sockets = new Set<Socket>();
  const pending = new Map<ServerResponse, "works" | "waits">();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  return {
    prepare: (response, waits) => {
      if (!pending.has(response)) response.once("close", () => pending.delete(response));
      pending.set(response, waits ? "waits" : "works");
    },
    close: (give, grace) =>
      new Promise((resolve) => {
        const cutOff = setTimeout(() => server.closeAllConnections(), grace);
        server.close(() => {
          clearTimeout(cutOff);
          resolve();
        });
        for (const [response, state] of pending) {
          response.shouldKeepAlive = false;
          if (state === "waits") give(response);
        }
        const busy = new Set([...pending.keys()].map((response) => response.socket));
        for (const socket of sockets) if (!busy.has(socket)) socket.destroy();
      }),
  };
}

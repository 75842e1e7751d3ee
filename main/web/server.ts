import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Handlers } from "../../annotations/api/handlers.ts";
import { Failure } from "../../annotations/api/reply.ts";
import { answerCall, CALL_PATH } from "./call.ts";
import { type Connections, followConnections } from "./connections.ts";
import { objection } from "./guard.ts";
import { answerHandover, HANDOVER_PATH } from "./handover.ts";
import { createHandoverCodes, type HandoverCodes } from "./handover-codes.ts";
import { LIMITS, type Limits } from "./limits.ts";
import { answerPage } from "./page.ts";
import type { Rejection } from "./rejection.ts";
import { sendRejection, sendRejectionText } from "./response.ts";
import { type Asset, readAssets } from "./static-map.ts";
import { newSecret } from "./token.ts";

export interface WebServerOptions {
  readonly handlers: Handlers;
  /** The folder of the built screen. */
  readonly assets: string;
  /** A free one is taken when none is given. */
  readonly port?: number | undefined;
  /** Is told of faults of the program; the standard error stream when none is given. */
  readonly report?: ((error: unknown) => void) | undefined;
  readonly limits?: Partial<Limits> | undefined;
}

export interface WebServer {
  /** The address of the page, with the token in its fragment: for the terminal, not for other programs' arguments. */
  readonly url: string;
  /** An address that works once and for two minutes, to be handed to the system's browser. */
  handoverUrl(): string;
  /** Stops serving: ends idle and waiting connections, and lets the calls being carried out finish first. */
  close(): Promise<void>;
}

/** What the routes need to answer a request. */
interface Site {
  readonly port: number;
  readonly handlers: Handlers;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly token: string;
  readonly codes: HandoverCodes;
  readonly connections: Connections;
  readonly report: (error: unknown) => void;
}

/**
 * Serves the screen and its calls on 127.0.0.1 only. Rejects with a `Failure` when the port cannot be had or the screen
 * has not been built.
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const limits = { ...LIMITS, ...options.limits };
  const report = options.report ?? console.error;
  const assets = await readAssets(options.assets);
  const server = createLimitedServer(limits);
  const connections = followConnections(server);
  const port = await listen(server, options.port ?? 0);
  const codes = createHandoverCodes();
  const site: Site = { port, handlers: options.handlers, assets, token: newSecret(), codes, connections, report };
  const onRequest = (request: IncomingMessage, response: ServerResponse) => void serve(request, response, site);
  server.on("error", report);
  server.on("request", onRequest).on("checkContinue", onRequest);
  const address = `http://127.0.0.1:${port}/`;
  return {
    url: `${address}#token=${site.token}`,
    handoverUrl: () => `${address}#code=${codes.issue()}`,
    close: () => connections.close((response) => sendRejection(response, CLOSED), limits.closeTime),
  };
}

function createLimitedServer(limits: Limits): Server {
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headerTime,
    requestTimeout: limits.requestTime,
    keepAliveTimeout: limits.idleTime,
    connectionsCheckingInterval: Math.min(1_000, limits.headerTime),
    // The guard looks at the Host header, and answers a missing one like a wrong one.
    requireHostHeader: false,
  });
  server.maxConnections = limits.connections;
  return server;
}

async function listen(server: Server, port: number): Promise<number> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Failure("refused", `${port} is not a port. Choose a number from 1 to 65535.`);
  }
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(explained(error, port)));
    server.listen({ host: "127.0.0.1", port }, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}

function explained(error: Error, port: number): Error {
  const code = "code" in error ? error.code : "";
  if (code === "EADDRINUSE") {
    return new Failure("refused", `Port ${port} is in use by another program. Choose another port, or none at all.`);
  }
  if (code === "EACCES") {
    return new Failure(
      "refused",
      `Port ${port} is not open to this user account. Choose one above 1023, or none at all.`,
    );
  }
  return error;
}

/** Answers one request, and reports what should never happen instead of ending the program. */
async function serve(request: IncomingMessage, response: ServerResponse, site: Site): Promise<void> {
  try {
    await route(request, response, site);
  } catch (error) {
    site.report(error);
    if (response.headersSent) response.destroy();
    else sendRejection(response, FAULT);
  }
}

async function route(request: IncomingMessage, response: ServerResponse, site: Site): Promise<void> {
  const target = request.url ?? "";
  const isCall = target.startsWith(CALL_PATH);
  site.connections.prepare(response, false);
  const rejection = objection(request, site.port);
  if (rejection) {
    // Strangers are not to hold one of the few connections.
    response.shouldKeepAlive = false;
    if (isCall || target === HANDOVER_PATH) sendRejection(response, rejection);
    else sendRejectionText(response, rejection);
  } else if (isCall) await answerCall(request, response, site);
  else if (target === HANDOVER_PATH) await answerHandover(request, response, site);
  else answerPage(request, response, site.assets);
}

const CLOSED: Rejection = { status: 503, code: "refused", message: "Parallax has been closed." };
const FAULT: Rejection = { status: 500, code: "internal", message: "Something went wrong inside Parallax." };

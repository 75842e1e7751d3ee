import { resolve } from "node:path";
import { startHost } from "../host/host.ts";
import { programVersion } from "../host/paths.ts";
import { openBrowser } from "../web/open-browser.ts";
import { startWebServer, type WebServer } from "../web/server.ts";
import { type CliCall, type CliCommand, type CliOption, type CliResult, firstWord, UsageError } from "./cli-command.ts";

export const SERVE_OPTIONS = {
  port: { type: "string", value: "N", help: "the port on this machine; a free one when it is not given" },
  "no-open": { type: "boolean", help: "do not open a browser" },
} as const satisfies Record<string, CliOption>;

export const serveCommand: CliCommand = {
  name: "serve",
  synopsis: "<folder> [--port N] [--no-open]",
  summary: "opens a project in the browser and serves it until it is stopped",
  options: SERVE_OPTIONS,
  words: { least: 1, most: 1 },
  run: async (call) => {
    portOf(call);
    return serve(call, resolve(firstWord(call)));
  },
};

/** Serves a project until the program is asked to end. The address is the one line on the standard output. */
export async function serve(call: CliCall, folder: string): Promise<CliResult> {
  const { paths, terminal } = call;
  const report = (error: unknown) => terminal.err(`${error instanceof Error ? error.message : String(error)}\n`);
  const port = portOf(call);
  const version = await programVersion(paths);
  const host = await startHost({ kind: "web", version, dialogs: null, folder, paths, report });
  try {
    const server = await startWebServer({ handlers: host.handlers, assets: paths.renderer, port, report });
    try {
      const stopped = terminal.untilStopped();
      await announce(call, server);
      await stopped;
    } finally {
      // The calls under way are carried out before the project is closed.
      await server.close();
    }
  } finally {
    await host.close();
  }
  return { text: "", json: null };
}

/** The port that was asked for; throws a `UsageError` when it is none. */
export function portOf(call: CliCall): number {
  const port = call.text("port") ?? "0";
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new UsageError("--port must be a number up to 65535.");
  return Number(port);
}

async function announce(call: CliCall, server: WebServer): Promise<void> {
  const { terminal } = call;
  terminal.out(call.json ? `${JSON.stringify({ url: server.url })}\n` : `Parallax is at ${server.url}\n`);
  if (call.has("no-open")) return;
  if (!(await openBrowser(server.handoverUrl())))
    terminal.err("No browser could be opened. Open the address yourself.\n");
}

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { startWebServer, type WebServer, type WebServerOptions } from "../server.ts";
import { type ExampleHost, exampleHost } from "./example-handlers.ts";

export const PAGE =
  '<!doctype html><html lang="en"><title>Parallax</title><script type="module" src="/assets/index-B1c2D3e4.js"></script></html>\n';
export const SCRIPT = "document.title = 'Parallax';\n";
export const SECRET = "a file beside the built screen\n";

/** How long a test waits for what is sure to happen, however busy the machine is. */
export const PATIENTLY = { timeout: 4_000 };

/** A fresh folder that goes away with the test: `screen/` as a build leaves it, and a file beside it. */
export async function builtScreen(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "parallax-web-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, "screen", "assets"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), SECRET);
  await writeFile(join(folder, "screen", "index.html"), PAGE);
  await writeFile(join(folder, "screen", "icon.svg"), '<svg xmlns="http://www.w3.org/2000/svg"/>\n');
  await writeFile(join(folder, "screen", "assets", "index-B1c2D3e4.js"), SCRIPT);
  return join(folder, "screen");
}

export interface ExampleSite extends ExampleHost {
  readonly server: WebServer;
  readonly port: number;
  readonly token: string;
  /** What the program was told of as its own faults. */
  readonly faults: readonly unknown[];
  /** Makes a call as the page does. */
  call(method: string, input: unknown): Promise<Response>;
}

/** A web server over the example handlers that is closed with the test. */
export async function exampleSite(
  options: Partial<WebServerOptions> = {},
  host: ExampleHost = exampleHost(),
): Promise<ExampleSite> {
  const faults: unknown[] = [];
  const report = (error: unknown) => faults.push(error);
  const assets = await builtScreen();
  const server = await startWebServer({ handlers: host.handlers, assets, report, ...options });
  onTestFinished(() => server.close());
  const { port, hash } = new URL(server.url);
  const token = hash.slice("#token=".length);
  const call = (method: string, input: unknown) =>
    fetch(`http://127.0.0.1:${port}/call/${method}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Parallax-Token": token },
      body: JSON.stringify(input),
    });
  return { ...host, server, port: Number(port), token, faults, call };
}

/** The header lines of a proper call, up to the blank line; `change` leaves some out or replaces them. */
export function callLines(
  site: ExampleSite,
  method: string,
  length: number,
  change: Record<string, string | null> = {},
): string[] {
  const headers: Record<string, string | null> = {
    Host: `127.0.0.1:${site.port}`,
    Connection: "close",
    "Content-Type": "application/json",
    "Content-Length": String(length),
    "X-Parallax-Token": site.token,
    ...change,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return [`POST /call/${method} HTTP/1.1`, ...lines];
}

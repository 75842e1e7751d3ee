import { connect, type Socket } from "node:net";

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** A raw connection to a port of 127.0.0.1, for requests that no HTTP client would send. */
export async function dial(port: number): Promise<Socket> {
  const socket = connect({ host: "127.0.0.1", port });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve).once("error", reject);
  });
  return socket;
}

/** Everything that comes until the other side ends the connection. */
export function hear(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let heard = "";
    socket.setEncoding("latin1");
    socket.on("data", (text: string) => {
      heard += text;
    });
    // A reset is one way to end; what was heard before it counts.
    socket.on("error", () => resolve(heard));
    socket.on("close", () => resolve(heard));
  });
}

/** Sends these bytes and gives what comes back until the server ends the connection. */
export async function exchange(port: number, text: string): Promise<string> {
  const socket = await dial(port);
  const heard = hear(socket);
  socket.write(text, "latin1");
  return heard;
}

/** Sends one request, line by line as given, and reads the one answer. */
export async function ask(port: number, lines: readonly string[], body = ""): Promise<WireAnswer> {
  return readAnswer(await exchange(port, `${lines.join("\r\n")}\r\n\r\n${body}`));
}

/** The first answer in what was heard; throws when there is none. */
export function readAnswer(heard: string): WireAnswer {
  const end = heard.indexOf("\r\n\r\n");
  const [first = "", ...lines] = heard.slice(0, end).split("\r\n");
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1];
  if (end === -1 || status === undefined) throw new Error(`no HTTP answer: ${JSON.stringify(heard.slice(0, 200))}`);
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { status: Number(status), headers: new Map(headers), body: heard.slice(end + 4) };
}

import { createClient, type Transport } from "../../annotations/api/client.ts";
import { NoAnswer } from "./no-answer.ts";

declare global {
  interface Window {
    /** The one function that the desktop shell's preload exposes; absent in a browser. */
    readonly parallax?: (method: string, input: unknown) => Promise<unknown>;
  }
}

const TOKEN_KEY = "parallax-token";

/** Shown when the page was opened without the secret part of its address. */
export class NoToken extends Error {
  override readonly name = "NoToken";
}

/** The typed way to the host: through the desktop shell where there is one, otherwise over HTTP to this page's own server. */
export const client = createClient(window.parallax ?? webTransport());

function webTransport(): Transport {
  let token: Promise<string> | undefined;
  return async (method, input) => {
    token ??= readToken();
    return answerTo(method, input, await token);
  };
}

const LAST_WISHES: ReadonlySet<string> = new Set(["layout.set", "preferences.set"]);

/** Throws `NoAnswer` when nobody is there, when the answer breaks off, and when the host is not the one that gave the token. */
async function answerTo(method: string, input: unknown, token: string): Promise<unknown> {
  const headers = { "content-type": "application/json", "x-parallax-token": token };
  const body = JSON.stringify(input);
  // A page that is left has its last wish carried out, if it is a short one.
  const keepalive = LAST_WISHES.has(method) && body.length < 30_000;
  const response = await reached(fetch(`/call/${method}`, { method: "POST", headers, body, keepalive }));
  if (response.status === 401) throw new NoAnswer(ANOTHER_START);
  return reached(response.json());
}

function reached<Value>(attempt: Promise<Value>): Promise<Value> {
  return attempt.catch(() => {
    throw new NoAnswer(NOBODY_THERE);
  });
}

const NOBODY_THERE =
  "Parallax does not answer. This window keeps your changes, goes on trying, and saves them as soon as it answers. If Parallax was ended, download a copy before you leave this window: one that is started anew does not know what is only here.";

const ANOTHER_START =
  "Parallax was started anew, and does not know what is only in this window. Download a copy of your marks first, then open the address that it printed.";

/** The token comes in the address's fragment, is kept for this tab only, and is taken out of the address at once. */
async function readToken(): Promise<string> {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const code = fragment.get("code");
  const token = fragment.get("token") ?? (code && (await exchangeCode(code))) ?? sessionStorage.getItem(TOKEN_KEY);
  if (!token) throw new NoToken();
  sessionStorage.setItem(TOKEN_KEY, token);
  history.replaceState(null, "", location.pathname);
  return token;
}

async function exchangeCode(code: string): Promise<string | null> {
  const response = await fetch("/handover", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code }),
  });
  const answer: unknown = await response.json();
  return isHandover(answer) ? answer.token : null;
}

function isHandover(answer: unknown): answer is { readonly token: string } {
  return typeof answer === "object" && answer !== null && "token" in answer && typeof answer.token === "string";
}

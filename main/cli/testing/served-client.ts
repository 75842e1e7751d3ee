import { type Client, createClient } from "../../../annotations/api/client.ts";

/** A client of a served host, as its page has one; `url` is the address that was printed. */
export function servedClient(url: string): Client {
  const { origin, hash } = new URL(url);
  return createClient(async (method, input) => {
    const response = await fetch(`${origin}/call/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-parallax-token": hash.slice("#token=".length) },
      body: JSON.stringify(input),
    });
    return response.json();
  });
}

import { once } from "node:events";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { expect, it } from "vitest";
import { Failure } from "../../annotations/api/reply.ts";
import { startWebServer } from "./server.ts";
import { exampleHost, SESSION } from "./testing/example-handlers.ts";
import { builtScreen, callLines, exampleSite, PATIENTLY } from "./testing/example-site.ts";
import { ask, dial, exchange, hear, readAnswer } from "./testing/wire.ts";

it("takes a free port and says where it is, with a fresh token", async () => {
  const [one, other] = [await exampleSite(), await exampleSite()];
  for (const { server } of [one, other]) {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[A-Za-z0-9_-]{43}$/);
  }
  expect(one.port).not.toBe(other.port);
  expect(one.token).not.toBe(other.token);
});

it("takes the port that it is given", async () => {
  const former = await exampleSite();
  await former.server.close();
  expect((await exampleSite({ port: former.port })).port).toBe(former.port);
});

it("says so when the port is taken or is none", async () => {
  const { port, handlers } = await exampleSite();
  const assets = await builtScreen();
  await expect(startWebServer({ handlers, assets, port })).rejects.toEqual(
    new Failure("refused", `Port ${port} is in use by another program. Choose another port, or none at all.`),
  );
  for (const bad of [-1, 65_536, 1.5, Number.NaN]) {
    await expect(startWebServer({ handlers, assets, port: bad })).rejects.toEqual(
      new Failure("refused", `${bad} is not a port. Choose a number from 1 to 65535.`),
    );
  }
});

it("listens on 127.0.0.1 and no other address of the machine", async () => {
  const { port } = await exampleSite();
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const others = own.map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address));
  for (const host of new Set(["::1", ...others.filter((address) => address !== "127.0.0.1")])) {
    const socket = connect({ host, port });
    const outcome = await Promise.race([
      once(socket, "connect").then(() => "connected"),
      new Promise((resolve) => socket.once("error", () => resolve("refused"))),
    ]);
    socket.destroy();
    expect([host, outcome]).toEqual([host, "refused"]);
  }
});

it("refuses a header that is too large", async () => {
  const site = await exampleSite();
  const filled = (size: number) => callLines(site, "session.open", 2, { "X-Filler": "x".repeat(size) });
  expect((await ask(site.port, filled(16 * 1024), "{}")).status).toBe(431);
  const many = Array.from({ length: 3_000 }, (_, i) => `X-${i}: x`);
  expect((await ask(site.port, [...callLines(site, "session.open", 2), ...many], "{}")).status).toBe(431);
  expect(site.done).toEqual([]);
  expect((await ask(site.port, filled(15 * 1024), "{}")).status).toBe(200);
  const strict = await exampleSite({ limits: { headerBytes: 1024 } });
  expect((await ask(strict.port, filled(1024), "{}")).status).toBe(431);
});

it("refuses what is no HTTP", async () => {
  const site = await exampleSite();
  for (const text of ["\r\n\r\nGET\r\n\r\n", "hello\r\n\r\n", "\x16\x03\x01\x02\x00\x01", "GET / HTTP/9.9\r\n\r\n"]) {
    expect((await exchange(site.port, text)).slice(0, 12)).toBe("HTTP/1.1 400");
  }
});

it("gives up on a header that comes too slowly", async () => {
  const { port } = await exampleSite({ limits: { headerTime: 200 } });
  expect(readAnswer(await exchange(port, "GET / HTTP/1.1\r\nX-Slow: ")).status).toBe(408);
  expect(readAnswer(await exchange(port, "")).status).toBe(408);
});

it("gives up on a body that comes too slowly", async () => {
  const site = await exampleSite({ limits: { headerTime: 200, requestTime: 400 } });
  const answer = await ask(site.port, callLines(site, "session.open", 10), "{");
  expect([answer.status, site.done, site.faults]).toEqual([408, [], []]);
});

it("waits longer for an answer than for a request", async () => {
  const site = await exampleSite({ limits: { headerTime: 500, requestTime: 500 } });
  const socket = await dial(site.port);
  const heard = hear(socket);
  socket.write(`${callLines(site, "events.next", 11).join("\r\n")}\r\n\r\n{"after":3}`);
  await expect.poll(() => site.done, PATIENTLY).toEqual(["events.next"]);
  // A slower request shows that the time for requests has passed.
  expect(readAnswer(await exchange(site.port, "GET / HTTP/1.1\r\n")).status).toBe(408);
  site.ring();
  expect(JSON.parse(readAnswer(await heard).body)).toEqual({ ok: true, value: { last: 3, events: [] } });
});

it("takes no more connections at a time than it should", async () => {
  const site = await exampleSite({ limits: { connections: 2 } });
  const [one, two] = [await dial(site.port), await dial(site.port)];
  expect(await exchange(site.port, "GET / HTTP/1.1\r\n\r\n")).toBe("");
  const gone = once(one, "close");
  one.destroy();
  two.destroy();
  await gone;
  await expect
    .poll(
      () =>
        site.call("session.open", {}).then(
          ({ status }) => status,
          () => 0,
        ),
      PATIENTLY,
    )
    .toBe(200);
});

it("ends idle, silent and waiting connections at once when it closes", async () => {
  const site = await exampleSite({ limits: { closeTime: 60_000 } });
  const silent = hear(await dial(site.port));
  const kept = await dial(site.port);
  const answered = once(kept, "data");
  const idle = hear(kept);
  kept.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${site.port}\r\n\r\n`);
  await answered;
  const waiting = site.call("events.next", { after: 0 });
  await expect.poll(() => site.done, PATIENTLY).toEqual(["events.next"]);
  await site.server.close();
  const answer = await waiting;
  expect([answer.status, await answer.json()]).toEqual([
    503,
    { ok: false, error: { code: "refused", message: "Parallax has been closed." } },
  ]);
  expect([await silent, (await idle).slice(0, 15)]).toEqual(["", "HTTP/1.1 200 OK"]);
  await expect(dial(site.port)).rejects.toThrow("ECONNREFUSED");
});

it("finishes the call that it is carrying out before it has closed", async () => {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const host = exampleHost({ "session.open": () => finished.then(() => SESSION) });
  const site = await exampleSite({}, host);
  const answer = site.call("session.open", {});
  await expect.poll(() => host.done, PATIENTLY).toEqual(["session.open"]);
  const closed = site.server.close();
  finish();
  await closed;
  expect(await (await answer).json()).toEqual({ ok: true, value: SESSION });
});

it("cuts off what does not finish in time when it closes, and may be closed twice", async () => {
  const host = exampleHost({ "session.open": () => new Promise(() => {}) });
  const site = await exampleSite({ limits: { closeTime: 50 } }, host);
  const answer = site.call("session.open", {}).catch(() => "cut off");
  await expect.poll(() => host.done, PATIENTLY).toEqual(["session.open"]);
  await Promise.all([site.server.close(), site.server.close()]);
  expect(await answer).toBe("cut off");
});

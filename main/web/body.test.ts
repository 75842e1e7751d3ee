import { once } from "node:events";
import { expect, it } from "vitest";
import { callLimit } from "./body-limit.ts";
import { callLines, exampleSite } from "./testing/example-site.ts";
import { ask, dial, hear, readAnswer } from "./testing/wire.ts";

const MIB = 1024 * 1024;

const TOO_LARGE = {
  "preferences.set": "This call is too large: the limit is 1 MiB.",
  "intake.stage": "This file is too large: the largest article that Parallax takes in is 64 MiB.",
  "project.apply": "These changes are too large to be saved at once: the limit is 64 MiB. Make them in smaller steps.",
};

function tooLarge(method: keyof typeof TOO_LARGE) {
  return { ok: false, error: { code: "invalid-input", message: TOO_LARGE[method] } };
}

const METHODS = Object.keys(TOO_LARGE) as (keyof typeof TOO_LARGE)[];

it("has a limit for each call", () => {
  const limits = ["events.next", "no.such", "project.apply", "intake.stage"].map((method) => callLimit(method).bytes);
  expect(limits).toEqual([MIB, MIB, 64 * MIB, Math.ceil((64 * MIB) / 3) * 4 + 64 * 1024]);
});

it.each(METHODS)("refuses what announces too much for %s before any of it comes", async (method) => {
  const site = await exampleSite();
  const answer = await ask(site.port, callLines(site, method, callLimit(method).bytes + 1));
  expect([answer.status, JSON.parse(answer.body), site.done]).toEqual([413, tooLarge(method), []]);
});

it("takes a body of exactly the limit", async () => {
  const site = await exampleSite();
  const body = "{}".padEnd(MIB);
  const answer = await ask(site.port, callLines(site, "session.open", MIB), body);
  expect([answer.status, site.done]).toEqual([200, ["session.open"]]);
});

it("takes an article larger than other calls may be", async () => {
  const site = await exampleSite();
  const answer = await site.call("intake.stage", { name: "long.txt", base64: "QUJD".repeat(MIB) });
  expect(await answer.json()).toEqual({
    ok: true,
    value: { staged: [], refused: [{ name: "long.txt", reason: `It came with ${4 * MIB} characters.` }] },
  });
});

it("refuses a body that says nothing of its size once it is too large, while it still comes", async () => {
  const site = await exampleSite();
  const socket = await dial(site.port);
  const heard = hear(socket);
  const change = { "Content-Length": null, "Transfer-Encoding": "chunked" };
  socket.write(`${callLines(site, "preferences.set", 0, change).join("\r\n")}\r\n\r\n`);
  const chunk = `10000\r\n${" ".repeat(0x10000)}\r\n`;
  const sendOn = () => {
    while (!socket.destroyed && socket.write(chunk));
  };
  socket.on("drain", sendOn);
  sendOn();
  const answer = readAnswer(await heard);
  expect([answer.status, JSON.parse(answer.body)]).toEqual([413, tooLarge("preferences.set")]);
});

it("refuses what is not UTF-8 text, and what says twice what it is", async () => {
  const site = await exampleSite();
  const broken = '{"name":"\xff"}';
  const answer = await ask(site.port, callLines(site, "session.workAs", broken.length), broken);
  expect([answer.status, JSON.parse(answer.body).error.message]).toEqual([
    400,
    "What was sent cannot be read: it is not UTF-8 text.",
  ]);
  const twice = [...callLines(site, "session.open", 2), "Content-Type: text/plain"];
  expect([(await ask(site.port, twice, "{}")).status, site.done]).toEqual([415, []]);
});

it("refuses two sizes, and a size beside chunks", async () => {
  const site = await exampleSite();
  const both = callLines(site, "session.open", 2, { "Transfer-Encoding": "chunked" });
  const twice = [...callLines(site, "session.open", 2), "Content-Length: 3"];
  const negative = callLines(site, "session.open", -2);
  for (const lines of [both, twice, negative]) expect((await ask(site.port, lines, "{}")).status).toBe(400);
  expect(site.done).toEqual([]);
});

it("lets a client go on that asks first, and only if all else is right", async () => {
  const site = await exampleSite();
  const change = { Expect: "100-continue" };
  const refused = await ask(site.port, callLines(site, "session.open", 2, { ...change, "X-Parallax-Token": "x" }));
  expect(refused.status).toBe(401);
  const large = await ask(site.port, callLines(site, "session.open", 2 * MIB, change));
  expect(large.status).toBe(413);
  const socket = await dial(site.port);
  socket.write(`${callLines(site, "session.open", 2, change).join("\r\n")}\r\n\r\n`);
  const [goOn] = await once(socket, "data");
  expect(String(goOn)).toBe("HTTP/1.1 100 Continue\r\n\r\n");
  const heard = hear(socket);
  socket.write("{}");
  expect(readAnswer(await heard).status).toBe(200);
});

it("does not carry out a call whose body ends early", async () => {
  const site = await exampleSite();
  const socket = await dial(site.port);
  const heard = hear(socket);
  socket.end(`${callLines(site, "session.open", 100).join("\r\n")}\r\n\r\n{}`);
  await heard;
  expect([site.done, site.faults]).toEqual([[], []]);
});

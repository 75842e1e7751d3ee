import { describe, expect, it } from "vitest";
import { isTrusted, type Sender, type SendingFrame } from "./sender.ts";

const WINDOW = 7;
const page: SendingFrame = { url: "app://parallax/", processId: 3, routingId: 1, isDestroyed: () => false };

function sender(frame: SendingFrame | null, contents: Partial<Sender["contents"]> = {}): Sender {
  return { frame, contents: { id: WINDOW, mainFrame: frame ?? page, isDestroyed: () => false, ...contents } };
}

describe("isTrusted", () => {
  it("trusts the main frame of the window", () => {
    expect(isTrusted(sender(page), WINDOW)).toBe(true);
  });

  it("trusts it in a version of Electron whose frames cannot tell that they are destroyed", () => {
    const { url, processId, routingId } = page;
    expect(isTrusted(sender({ url, processId, routingId }), WINDOW)).toBe(true);
  });

  it.each<[string, Sender, number | undefined]>([
    ["a frame that is gone", sender(null), WINDOW],
    ["a destroyed frame", sender({ ...page, isDestroyed: () => true }), WINDOW],
    ["destroyed contents", sender(page, { isDestroyed: () => true }), WINDOW],
    ["a frame inside the page", sender({ ...page, routingId: 2 }, { mainFrame: page }), WINDOW],
    ["a frame of another process", sender({ ...page, processId: 4 }, { mainFrame: page }), WINDOW],
    ["another window", sender(page, { id: 8 }), WINDOW],
    ["anybody while there is no window", sender(page), undefined],
    ["an empty page", sender({ ...page, url: "" }), WINDOW],
    ["about:blank", sender({ ...page, url: "about:blank" }), WINDOW],
    ["a file", sender({ ...page, url: "file:///app/index.html" }), WINDOW],
    ["a website", sender({ ...page, url: "https://parallax/" }), WINDOW],
  ])("does not trust %s", (_, from, known) => {
    expect(isTrusted(from, known)).toBe(false);
  });
});

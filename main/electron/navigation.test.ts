import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { START_PAGE } from "./address.ts";
import { stayOnPage } from "./navigation.ts";

it.each([
  ["about:blank", [START_PAGE]],
  ["https://example.org/", [START_PAGE]],
  [START_PAGE, []],
  [`${START_PAGE}index.html#a`, []],
])("after coming to %s loads %j", (address, expected) => {
  const events = new EventEmitter();
  const loaded: string[] = [];
  stayOnPage({
    on: (event, listener) => events.on(event, listener),
    loadURL: async (page) => void loaded.push(page),
  });
  events.emit("did-navigate", {}, address);
  expect(loaded).toEqual(expected);
});

import { contextBridge, ipcRenderer } from "electron";
import { CHANNEL } from "./channel.ts";

/** The page's one way to the host: a method of the contract and its input in, a reply out. */
contextBridge.exposeInMainWorld("parallax", (method: unknown, input: unknown) =>
  ipcRenderer.invoke(CHANNEL, method, input),
);

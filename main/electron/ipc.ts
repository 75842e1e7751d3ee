import { ipcMain } from "electron";
import type { Handlers } from "../../annotations/api/handlers.ts";
import { answerCall } from "./call.ts";
import { CHANNEL } from "./channel.ts";
import { currentWindow } from "./window.ts";

/** Answers the calls of the window's page. This is the only channel on which the program listens. */
export function serveCalls(handlers: Handlers): void {
  ipcMain.handle(CHANNEL, ({ sender, senderFrame }, method: unknown, input: unknown) =>
    answerCall(
      { sender: { frame: senderFrame, contents: sender }, method, input },
      { handlers, known: currentWindow()?.webContents.id, report: console.error },
    ),
  );
}

import { dialog, type MessageBoxOptions, type OpenDialogOptions, type SaveDialogOptions } from "electron";
import type { HostDialogs } from "../host/host.ts";
import { currentWindow } from "./window.ts";

const ALL_FILES = { name: "All files", extensions: ["*"] };
const JSON_FILES = { name: "JSON", extensions: ["json"] };
const TEXT_FILES = { name: "Text files", extensions: ["txt"] };

/** The system's dialogs, over the window. */
export const hostDialogs: HostDialogs = {
  openArticles: () => chooseArticles("Import Articles"),
  openAnnotations: () =>
    choose({ title: "Read Annotations", filters: [ALL_FILES], properties: ["openFile", "multiSelections"] }),
  chooseCopy: async (what) => {
    const [path] = await choose(
      what === "folder"
        ? { title: "Merge a Copy of the Project", properties: ["openDirectory"] }
        : { title: "Merge an Export or an Annotation Set", filters: [JSON_FILES, ALL_FILES], properties: ["openFile"] },
    );
    return path ?? null;
  },
  saveExport: async (suggestedName, extension) => {
    const filters = [{ name: extension.toUpperCase(), extensions: [extension] }, ALL_FILES];
    return save({ title: "Export", defaultPath: suggestedName, filters, properties: ["showOverwriteConfirmation"] });
  },
  chooseFolder: async (title) => {
    const [folder] = await choose({ title, properties: ["openDirectory", "createDirectory"] });
    return folder ?? null;
  },
};

/** Asks for articles; none when the dialog was cancelled. */
export function chooseArticles(title: string): Promise<readonly string[]> {
  return choose({ title, filters: [TEXT_FILES, ALL_FILES], properties: ["openFile", "multiSelections"] });
}

/** Asks for a project's folder; undefined when the dialog was cancelled. */
export async function chooseProject(): Promise<string | undefined> {
  const [folder] = await choose({ title: "Open Project", properties: ["openDirectory"] });
  return folder;
}

/** Tells a person why something was refused. */
export async function showRefusal(sentence: string): Promise<void> {
  const window = currentWindow();
  const options: MessageBoxOptions = { type: "error", title: "Parallax", message: sentence, buttons: ["OK"] };
  await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
}

async function choose(options: OpenDialogOptions): Promise<readonly string[]> {
  const window = currentWindow();
  const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return answer.canceled ? [] : answer.filePaths;
}

async function save(options: SaveDialogOptions): Promise<string | null> {
  const window = currentWindow();
  const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  return answer.canceled ? null : answer.filePath;
}

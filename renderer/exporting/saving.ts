import { sentenceOf } from "../session/sentence.ts";
import { offerDownload } from "./download.ts";

/** How far the writing of a file has come. */
export type Saving =
  | { readonly kind: "choosing" }
  | { readonly kind: "working" }
  | { readonly kind: "done"; readonly name: string }
  | { readonly kind: "failed"; readonly message: string };

/** The two ways in which a file gets onto the disk. */
interface Ways {
  /** Through the system's own dialog; the name is null when it was cancelled. */
  save(): Promise<{ readonly name: string | null }>;
  /** As a text for the browser to save. */
  render(): Promise<{ readonly name: string; readonly mediaType: string; readonly text: string }>;
}

/** Writes a file through the system's own dialog where the host has one, else as a download of the browser's. */
export async function saveFile({ save, render }: Ways, hasDialogs: boolean): Promise<Saving> {
  try {
    if (hasDialogs) {
      const { name } = await save();
      return name === null ? { kind: "choosing" } : { kind: "done", name };
    }
    const file = await render();
    offerDownload(file);
    return { kind: "done", name: file.name };
  } catch (error) {
    return { kind: "failed", message: sentenceOf(error) };
  }
}

import { sentenceOf } from "../session/sentence.ts";
import { offerDownload } from "./download.ts";

/** How far the writing of a file has come. */
export type Saving =
  | { readonly kind: "choosing" }
  | { readonly kind: "working" }
  | { readonly kind: "done"; readonly name: string; readonly losses: readonly string[] }
  | { readonly kind: "failed"; readonly message: string };

/** The two ways in which a file gets onto the disk. */
interface Ways {
  /** Through the system's own dialog; the name is null when it was cancelled. */
  save(): Promise<{ readonly name: string | null; readonly losses?: readonly string[] }>;
  /** As a content for the browser to save. */
  render(): Promise<Rendered>;
}

interface Rendered {
  readonly name: string;
  readonly mediaType: string;
  readonly content: BlobPart;
  readonly losses?: readonly string[];
}

/** Writes a file through the system's own dialog where the host has one, else as a download of the browser's. */
export async function saveFile({ save, render }: Ways, hasDialogs: boolean): Promise<Saving> {
  try {
    if (hasDialogs) {
      const { name, losses = [] } = await save();
      return name === null ? { kind: "choosing" } : { kind: "done", name, losses };
    }
    const { name, mediaType, content, losses = [] } = await render();
    offerDownload(name, mediaType, content);
    return { kind: "done", name, losses };
  } catch (error) {
    return { kind: "failed", message: sentenceOf(error) };
  }
}

import { ZipFile } from "yazl";
import type { ExportedFile } from "../../annotations/exchange/format.ts";

/** When everything in an archive was made: ZIP knows no earlier time, and the same content must give the same bytes. */
const MADE = new Date(1980, 0, 1);

/** The files as a ZIP archive; the same files always give the same bytes. */
export async function zipArchive(files: readonly ExportedFile[]): Promise<Uint8Array> {
  const archive = new ZipFile();
  for (const { path, content } of files) {
    archive.addBuffer(Buffer.from([...content].join("")), path, {
      mtime: MADE,
      mode: 0o100644,
      forceDosTimestamp: true,
    });
  }
  archive.end();
  const parts: Buffer[] = [];
  for await (const part of archive.outputStream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

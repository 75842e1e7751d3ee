import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { Refusal } from "../../../annotations/commands/refusal.ts";
import type { InputFile } from "../../../annotations/exchange/input-file.ts";
import { shownName } from "../file-name.ts";
import { decodedFile } from "./decoded-file.ts";
import { ARCHIVE_LIMITS, MOST_FILES, SMALL_ENTRY } from "./limits.ts";

/** Whether a file begins like a ZIP archive. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
}

/**
 * The files in a ZIP archive; archives in it are files like others. Throws a `Refusal` that names the entry when the archive
 * is broken, encrypted, larger than allowed when unpacked, or when a name leads out of it or stands for two entries.
 */
export async function archiveFiles(name: string, bytes: Uint8Array): Promise<readonly InputFile[]> {
  const archive = await opened(name, bytes);
  const files = new Map<string, InputFile>();
  let unpacked = 0;
  try {
    if (archive.entryCount > MOST_FILES)
      throw refused(name, `it holds ${archive.entryCount} files, more than ${MOST_FILES}`);
    for (let entry = await nextEntry(archive); entry; entry = await nextEntry(archive)) {
      const path = pathOf(name, entry);
      if (path.endsWith("/")) continue;
      if (files.has(path.toLowerCase())) throw refused(name, `it holds “${shownName(path)}” twice`);
      if (files.size >= MOST_FILES) throw refused(name, `it holds more than ${MOST_FILES} files`);
      const content = await contentOf(name, archive, entry, ARCHIVE_LIMITS.all - unpacked);
      unpacked += content.length;
      files.set(path.toLowerCase(), decodedFile(path, content));
    }
    return [...files.values()];
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refused(name, "it is damaged");
  } finally {
    archive.close();
  }
}

function opened(name: string, bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = {
      lazyEntries: true,
      decodeStrings: true,
      strictFileNames: true,
      validateEntrySizes: true,
    } as const;
    fromBuffer(Buffer.from(bytes), options, (error, archive) => {
      if (error) reject(refused(name, "it is not a whole ZIP archive"));
      else resolve(archive);
    });
  });
}

function nextEntry(archive: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const settled =
      <Value>(settle: (value: Value) => void) =>
      (value: Value) => {
        archive.removeAllListeners();
        settle(value);
      };
    archive.once("entry", settled<Entry>(resolve));
    archive.once(
      "end",
      settled<undefined>(() => resolve(null)),
    );
    archive.once("error", settled<unknown>(reject));
    archive.readEntry();
  });
}

/** Unix keeps the kind of a file in the upper half; this one is a link. */
const LINK_MODE = 0o120000;

function pathOf(name: string, entry: Entry): string {
  const path = entry.fileName;
  const shown = `“${shownName(path)}”`;
  if (path.startsWith("/") || /^[a-z]:/i.test(path) || path.includes("\\") || path.split("/").includes("..")) {
    throw refused(name, `${shown} leads out of it`);
  }
  if (entry.isEncrypted()) throw refused(name, `${shown} is encrypted`);
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === LINK_MODE) throw refused(name, `${shown} is a link`);
  return path;
}

function contentOf(name: string, archive: ZipFile, entry: Entry, left: number): Promise<Buffer> {
  const shown = `“${shownName(entry.fileName)}”`;
  const most = Math.min(/\.qde$/i.test(entry.fileName) ? ARCHIVE_LIMITS.all : ARCHIVE_LIMITS.entry, left);
  const tooLarge = () => refused(name, `${shown} is too large when unpacked`);
  const isTooDense = (size: number) => size > SMALL_ENTRY && size > entry.compressedSize * ARCHIVE_LIMITS.ratio;
  if (entry.uncompressedSize > most || isTooDense(entry.uncompressedSize)) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(refused(name, `${shown} cannot be unpacked`));
        return;
      }
      const parts: Buffer[] = [];
      let size = 0;
      stream.on("data", (part: Buffer) => {
        size += part.length;
        if (size > most || isTooDense(size)) stream.destroy(tooLarge());
        else parts.push(part);
      });
      stream.on("error", (fault) => reject(fault instanceof Refusal ? fault : refused(name, `${shown} is damaged`)));
      stream.on("end", () => resolve(Buffer.concat(parts)));
    });
  });
}

function refused(name: string, reason: string): Refusal {
  return new Refusal(`The archive “${shownName(name)}” cannot be read: ${reason}.`);
}

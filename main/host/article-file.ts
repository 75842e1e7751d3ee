import { basename, extname } from "node:path";
import { MAX_ARTICLE_BYTES } from "../../annotations/api/contract.ts";
import { Failure } from "../../annotations/api/reply.ts";
import { guessArticle } from "../../annotations/intake/guess.ts";
import type { Guess } from "../../annotations/intake/staged-file.ts";
import { withoutBlankEnds } from "../../annotations/text/blank.ts";
import { unreadable } from "../storage/disk/fault.ts";
import type { FileFacts, Files } from "../storage/disk/files.ts";
import { textHash } from "../storage/project/source-files.ts";
import { shownName } from "./file-name.ts";
import { decodeText } from "./text-decoder.ts";

/** An article's file, read and understood. */
export interface Article {
  /** The name of the file, for people. */
  readonly name: string;
  /** The file as it came. */
  readonly bytes: Uint8Array;
  /** The canonical text. */
  readonly text: string;
  /** SHA-256 of the canonical text. */
  readonly sha256: string;
  readonly guess: Guess;
}

const EXTENSIONS = [".txt", ".text"];
const MEGABYTE = 1024 * 1024;

/**
 * Reads a file from the disk. Throws a `Failure` with one sentence, which names the file by `label`, when it is no
 * article that can be taken in.
 */
export async function readArticleFile(files: Files, path: string, label = path): Promise<Article> {
  const name = shownName(label);
  try {
    const facts = await files.facts(path);
    if (facts === null) throw refused(`${name} does not exist.`);
    requireFile(name, facts);
    requireText(name);
    requireSize(name, facts.size);
    return understood(basename(path), name, await files.read(path));
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** Reads several files, all or none: throws a `Failure` with the sentence for each that is refused, one to a line. */
export async function readArticleFiles(files: Files, paths: readonly string[]): Promise<readonly Article[]> {
  const articles: Article[] = [];
  const refusals: string[] = [];
  for (const path of paths) {
    try {
      articles.push(await readArticleFile(files, path));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      refusals.push(error.message);
    }
  }
  if (refusals.length > 0) throw refused(refusals.join("\n"));
  return articles;
}

/** Takes a file's bytes that came another way than from the disk. Throws like `readArticleFile`. */
export function readArticle(fileName: string, bytes: Uint8Array): Article {
  const name = shownName(fileName);
  requireText(name);
  requireSize(name, bytes.length);
  return understood(fileName, name, bytes);
}

function understood(fileName: string, shown: string, bytes: Uint8Array): Article {
  requireSize(shown, bytes.length);
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw refused(`${shown} ${decoded.reason}`);
  const { text } = decoded;
  if (withoutBlankEnds(text, 0, text.length) === null) {
    throw refused(bytes.length === 0 ? `${shown} is empty.` : `${shown} is empty: it holds nothing but blanks.`);
  }
  return { name: fileName, bytes, text, sha256: textHash(text), guess: guessArticle(text) };
}

function requireFile(name: string, { kind }: FileFacts): void {
  switch (kind) {
    case "file":
      return;
    case "folder":
      throw refused(`${name} is a folder, not an article. Choose the text files in it.`);
    case "pipe":
      throw refused(`${name} is a pipe, not a file. Save what comes out of it as a text file first.`);
    case "device":
      throw refused(`${name} is a device, not a file.`);
    case "other":
      throw refused(`${name} is not a file.`);
    default:
      kind satisfies never;
  }
}

function requireText(name: string): void {
  const extension = extname(name);
  if (EXTENSIONS.includes(extension.toLowerCase())) return;
  const found = extension === "" ? "has no extension" : `is a ${extension} file`;
  throw refused(`${name} ${found}. Parallax opens plain text: .txt or .text.`);
}

function requireSize(name: string, bytes: number): void {
  if (bytes <= MAX_ARTICLE_BYTES) return;
  const size = Math.ceil((bytes / MEGABYTE) * 10) / 10;
  throw refused(`${name} is ${size} MB; articles may have up to ${MAX_ARTICLE_BYTES / MEGABYTE} MB.`);
}

function refused(sentence: string): Failure {
  return new Failure("refused", sentence);
}

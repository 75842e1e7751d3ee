import { join } from "node:path";
import type { SetCommand, SimpleCommand } from "../../../annotations/commands/command.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import type { Claim } from "../../../annotations/model/claim.ts";
import { AnalystId, ClaimId, MarkId, newId, SourceId } from "../../../annotations/model/id.ts";
import type { Mark } from "../../../annotations/model/mark.ts";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import type { Block, Source } from "../../../annotations/model/source.ts";
import type { Stance } from "../../../annotations/model/stance.ts";
import { newTag } from "../../../annotations/model/tag.ts";
import { CodePoints } from "../../../annotations/text/code-points.ts";
import { rangeAt } from "../../../annotations/text/selector.ts";
import type { Files } from "../disk/files.ts";
import { nodeFiles } from "../disk/files.ts";
import { createProject, newProjectFile } from "../project/project-folder.ts";
import { type NewSource, textHash } from "../project/source-files.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export const ANNA: Analyst = { id: AnalystId.parse("0a11a000-0000-4000-8000-000000000001"), name: "Anna" };
export const BRUNO: Analyst = { id: AnalystId.parse("0b2b0000-0000-4000-8000-000000000002"), name: "Bruno" };

export const MOMENT = "2026-11-21T08:00:00.000Z";

export const FIRST_TEXT =
  "The bridge opens\n\nThe bridge opened on Monday 🌉, the mayor said.\n\nNobody was hurt in the crowd.\n";
export const SECOND_TEXT = "A bridge too late\n\nThe bridge did not open before Tuesday.\n\nThree people were hurt.\n";

/** A source with this text, each of its lines a paragraph. */
export function article(text: string, changes: Partial<Source> = {}): NewSource {
  const source: Source = {
    schemaVersion: SCHEMA_VERSION,
    id: newId(SourceId),
    title: text.split("\n")[0] ?? "",
    author: "",
    outlet: "",
    date: "",
    url: "",
    language: "en",
    guessed: ["title"],
    originalName: "article.txt",
    importedAt: MOMENT,
    sha256: textHash(text),
    blocks: lines(text),
    order: 0,
    removed: false,
    text,
    ...changes,
  };
  return { source, original: Buffer.from(text) };
}

/** A project of two sources, without any analyst, in a fresh folder. */
export async function exampleProject(files: Files = nodeFiles): Promise<string> {
  const folder = join(await temporaryFolder(), "bridge");
  const sources = [article(FIRST_TEXT, { outlet: "The Post" }), article(SECOND_TEXT, { outlet: "The Echo", order: 1 })];
  await createProject(files, folder, newProjectFile("The bridge"), sources);
  return folder;
}

/** A claim with this label. */
export function claim(label: string, text = `The statement ${label}.`): Claim {
  return {
    id: newId(ClaimId),
    label,
    text,
    note: "",
    aliases: [],
    createdAt: MOMENT,
    revisedAt: MOMENT,
    removed: false,
  };
}

export function putClaim(analyst: Analyst, value: Claim): SimpleCommand {
  return { kind: "put-claim", analyst: analyst.id, at: MOMENT, claim: value };
}

/** Marks the first place where the source says `quote`, and tags it when a claim and a stance are given. */
export function addMark(
  analyst: Analyst,
  source: Source,
  quote: string,
  ...tagged: [] | [claimId: ClaimId, stance: Stance]
): SetCommand & { readonly kind: "add-mark"; readonly mark: Mark } {
  const points = new CodePoints(source.text);
  const index = source.text.indexOf(quote);
  if (index === -1) throw new Error(`the source does not say "${quote}"`);
  const range = rangeAt(source, points.fromUtf16(index), points.fromUtf16(index + quote.length));
  const tags = tagged.length === 0 ? [] : [newTag(...tagged)];
  const mark: Mark = { id: newId(MarkId), sourceId: source.id, ranges: [range], tags, createdAt: MOMENT };
  return { kind: "add-mark", analyst: analyst.id, at: MOMENT, mark };
}

function lines(text: string): Block[] {
  const points = new CodePoints(text);
  return [...text.matchAll(/[^\n]+/g)].map((match, i) => ({
    kind: i === 0 ? "heading" : "paragraph",
    start: points.fromUtf16(match.index),
    end: points.fromUtf16(match.index + match[0].length),
    boilerplate: false,
  }));
}

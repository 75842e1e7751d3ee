import { createHash, randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AnnotationSet } from "../annotations/model/annotation-set.ts";
import { ClaimId, MarkId, newId } from "../annotations/model/id.ts";
import { compareMarks, type Mark } from "../annotations/model/mark.ts";
import { ProjectFile } from "../annotations/model/project.ts";
import { SCHEMA_VERSION } from "../annotations/model/schema-version.ts";
import { Source } from "../annotations/model/source.ts";
import { STANCES } from "../annotations/model/stance.ts";
import { newTag } from "../annotations/model/tag.ts";
import { codePointsOf } from "../annotations/text/code-points.ts";
import { rangeAt } from "../annotations/text/selector.ts";
import { sealedJson } from "../main/storage/disk/seal.ts";
import { seeded } from "../main/storage/testing/random.ts";

/** How large a made-up project is. */
export interface Size {
  readonly articles: number;
  readonly charactersPerArticle: number;
  readonly marks: number;
  /** 20 unless it is said. */
  readonly claims?: number;
}

const AT = "2026-01-01T00:00:00.000Z";
const WORDS =
  "river town army said people market road minister border report witness month week soldiers and the of in to that was were by from with after before".split(
    " ",
  );

/** Writes a project of made-up words into an empty folder; the same seed always gives the same texts and places. */
export async function writeSyntheticProject(folder: string, size: Size, seed = 1): Promise<void> {
  const random = seeded(seed);
  const projectId = randomUUID();
  const analyst = { id: randomUUID(), name: "Bench" };
  const sources = Array.from({ length: size.articles }, (_, order) =>
    syntheticSource(order, size.charactersPerArticle, random),
  );
  const claims = Array.from({ length: size.claims ?? 20 }, (_, i) => ({
    id: newId(ClaimId),
    label: `C${i + 1}`,
    text: `Made-up claim number ${i + 1}`,
    note: "",
    aliases: [],
    createdAt: AT,
    revisedAt: AT,
    removed: false,
  }));
  const marks = Array.from({ length: size.marks }, (_, i) =>
    syntheticMark(sources[i % sources.length], claims[i % claims.length]?.id, random),
  );
  const file = {
    schemaVersion: SCHEMA_VERSION,
    id: projectId,
    title: "Synthetic",
    createdAt: AT,
    settings: { corroboratedBy: 2 },
  };
  const set = {
    schemaVersion: SCHEMA_VERSION,
    projectId,
    analyst,
    createdAt: AT,
    journalThrough: 0,
    claims: claims.sort((a, b) => (a.id < b.id ? -1 : 1)),
    marks: marks.sort(compareMarks),
    cells: [],
  };

  await mkdir(join(folder, "sources"), { recursive: true });
  await mkdir(join(folder, "annotations"), { recursive: true });
  await writeJson(join(folder, "project.json"), ProjectFile.parse(file));
  await writeFile(
    join(folder, "annotations", `${analyst.id}.json`),
    Buffer.concat([...sealedJson(AnnotationSet.parse(set))]),
  );
  for (const { text, ...record } of sources) {
    await writeFile(join(folder, "sources", `${record.id}.txt`), text);
    await writeFile(join(folder, "sources", `${record.id}.original.txt`), text);
    await writeJson(join(folder, "sources", `${record.id}.json`), record);
  }
}

function syntheticSource(order: number, characters: number, random: () => number): Source {
  const blocks: Source["blocks"][number][] = [];
  const paragraphs: string[] = [];
  let at = 0;
  while (at < characters) {
    const words = Array.from(
      { length: 40 + Math.floor(random() * 60) },
      () => WORDS[Math.floor(random() * WORDS.length)],
    );
    const paragraph = `${words.join(" ")}.`;
    blocks.push({ kind: "paragraph", start: at, end: at + paragraph.length, boilerplate: false });
    paragraphs.push(paragraph);
    at += paragraph.length + 2;
  }
  const text = `${paragraphs.join("\n\n")}\n`;
  return Source.parse({
    schemaVersion: SCHEMA_VERSION,
    id: randomUUID(),
    title: `Article ${order + 1}`,
    author: "",
    outlet: `Outlet ${order + 1}`,
    date: "2026-01-01",
    url: "",
    language: "en",
    guessed: [],
    originalName: `${order + 1}.txt`,
    importedAt: AT,
    sha256: createHash("sha256").update(text).digest("hex"),
    blocks,
    order,
    removed: false,
    text,
  });
}

/** A mark of 20 to 140 characters somewhere inside a block. */
function syntheticMark(source: Source | undefined, claim: ClaimId | undefined, random: () => number): Mark {
  if (!source || !claim) throw new Error("a synthetic project needs articles and claims");
  const block = source.blocks[Math.floor(random() * source.blocks.length)] ?? {
    start: 0,
    end: codePointsOf(source).length,
  };
  const length = Math.min(block.end - block.start, 20 + Math.floor(random() * 120));
  const start = block.start + Math.floor(random() * (block.end - block.start - length));
  const stance = STANCES[Math.floor(random() * STANCES.length)] ?? "mentions";
  return {
    id: newId(MarkId),
    sourceId: source.id,
    ranges: [rangeAt(source, start, start + length)],
    tags: [newTag(claim, stance)],
    createdAt: AT,
  };
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}

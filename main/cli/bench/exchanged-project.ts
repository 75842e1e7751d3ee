import { seededRandom } from "../../../annotations/agreement/random.ts";
import type { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import { AnalystId, ClaimId, MarkId, ProjectId, SourceId, TagId } from "../../../annotations/model/id.ts";
import { compareMarks, type Mark } from "../../../annotations/model/mark.ts";
import type { Project } from "../../../annotations/model/project.ts";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import type { Block, Source } from "../../../annotations/model/source.ts";
import { rangeAt } from "../../../annotations/text/selector.ts";
import { syntheticClaims, syntheticSources, syntheticTag } from "../../storage/bench/synthetic-project.ts";

const SOURCES = 20;
const CLAIMS = 50;

/** So many words has each article. */
const WORDS = 5_000;

const AT = "2026-01-01T00:00:00.000Z";

/** A made-up project of 20 articles and 50 claims with so many marks of one analyst; the same every time. */
export function exchangedProject(marks: number): Project {
  const pick = seededRandom(1);
  const random = () => pick(2 ** 20) / 2 ** 20;
  const sources = syntheticSources(SOURCES, WORDS, random).map(({ source }, i) => {
    return { ...source, id: numbered(SourceId, i), outlet: `Outlet ${i + 1}` };
  });
  const claims = syntheticClaims(CLAIMS).map((claim, i) => ({ ...claim, id: numbered(ClaimId, i) }));
  const ids = claims.map(({ id }) => id);
  const made = Array.from({ length: marks }, (_, i): Mark => {
    const source = sources[pick(SOURCES)];
    if (!source) throw new Error("no articles");
    const tags = [{ ...syntheticTag(ids, random), id: numbered(TagId, i) }];
    return { id: numbered(MarkId, i), sourceId: source.id, ranges: [placeIn(source, pick)], tags, createdAt: AT };
  });
  const set: AnnotationSet = {
    schemaVersion: SCHEMA_VERSION,
    projectId: numbered(ProjectId, 0),
    analyst: { id: numbered(AnalystId, 0), name: "Bench" },
    createdAt: AT,
    journalThrough: 0,
    claims,
    marks: made.sort(compareMarks),
    cells: [],
  };
  const settings = { corroboratedBy: 2 };
  const file: Project["file"] = {
    schemaVersion: SCHEMA_VERSION,
    id: set.projectId,
    title: "Bench",
    createdAt: AT,
    settings,
  };
  return { file, sources, sets: [set] };
}

/** 20 to 140 characters somewhere inside a paragraph. */
function placeIn(source: Source, pick: (below: number) => number) {
  const block: Block | undefined = source.blocks[pick(source.blocks.length)];
  if (!block) throw new Error("an article without paragraphs");
  const length = Math.min(block.end - block.start, 20 + pick(121));
  const start = block.start + pick(block.end - block.start - length + 1);
  return rangeAt(source, start, start + length);
}

function numbered<Kind extends { parse(id: string): unknown }>(kind: Kind, n: number): ReturnType<Kind["parse"]> {
  const id = `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
  return kind.parse(id) as ReturnType<Kind["parse"]>;
}

import { AnnotationSet } from "../../../annotations/model/annotation-set.ts";
import type { AnalystId, ProjectId } from "../../../annotations/model/id.ts";
import { SCHEMA_VERSION } from "../../../annotations/model/schema-version.ts";
import type { Source } from "../../../annotations/model/source.ts";
import { codePointsOf } from "../../../annotations/text/code-points.ts";
import type { FileFacts, Files } from "../disk/files.ts";
import { jsonContent } from "../disk/json-content.ts";
import { bytesOf, type Place } from "../disk/place.ts";
import { sealFits } from "../disk/seal.ts";

/** What a file that should hold an annotation set holds. */
export type SetFile =
  | { readonly kind: "missing" }
  /** As Parallax wrote it, with its seal; `older` when that was in a former version of the format, which had none. */
  | { readonly kind: "good"; readonly set: AnnotationSet; readonly seal: string | null; readonly older: boolean }
  /** An annotation set, but not as Parallax wrote it. */
  | { readonly kind: "edited"; readonly set: AnnotationSet }
  /** Written by a later version; null when this one does not understand it. */
  | { readonly kind: "newer"; readonly set: AnnotationSet | null }
  | { readonly kind: "damaged"; readonly reason: string };

/** Whose set a file should hold, and the texts that its marks must lie in. */
export interface SetGround {
  readonly projectId: ProjectId;
  readonly analystId: AnalystId;
  readonly sources: readonly Source[];
}

/** What the file of an annotation set is at the moment, as far as its looks go: different whenever somebody wrote it. */
export function signatureOf(facts: FileFacts | null): string {
  return facts === null ? "none" : `${facts.identity} ${facts.size} ${facts.modified}`;
}

/** Reads a snapshot or one of its backups and checks all there is to check; changes nothing. Throws a `Failure` when the system cannot read it. */
export async function readSetFile(files: Files, place: Place, ground: SetGround): Promise<SetFile> {
  const bytes = await bytesOf(files, place);
  if (bytes === null) return { kind: "missing" };
  const content = jsonContent(bytes, "annotation-set", AnnotationSet);
  if (content.kind === "damaged") return content;
  if (content.value === null) return { kind: "newer", set: null };
  const reason = misfit(content.value, ground);
  if (reason !== null) return content.kind === "newer" ? { kind: "newer", set: null } : { kind: "damaged", reason };
  const { sha256, ...set } = content.value;
  if (content.kind === "newer") return { kind: "newer", set };
  const fits = await sealFits(bytes);
  // The first version of the format had no seal.
  const isUnsealed = fits === null && sha256 === undefined && content.version === 1;
  if (!fits && !isUnsealed) return { kind: "edited", set };
  const seal = fits && typeof sha256 === "string" ? sha256 : null;
  return { kind: "good", set, seal, older: content.version < SCHEMA_VERSION };
}

function misfit(set: AnnotationSet, { projectId, analystId, sources }: SetGround): string | null {
  if (set.analyst.id !== analystId) return "it belongs to another analyst";
  if (set.projectId !== projectId) return "it belongs to another project";
  const lengths = new Map(sources.map((source) => [source.id, codePointsOf(source).length]));
  for (const [i, mark] of set.marks.entries()) {
    const length = lengths.get(mark.sourceId);
    if (length === undefined) return `the source of mark ${i + 1} is not in the project`;
    if (mark.ranges.some(({ end }) => end > length)) return `mark ${i + 1} does not lie in the text`;
  }
  return null;
}

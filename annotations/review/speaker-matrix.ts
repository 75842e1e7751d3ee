import type { ListedClaim } from "../model/claim-list.ts";
import type { SourceId } from "../model/id.ts";
import type { Speaker } from "../model/speaker.ts";
import { projectName, speakerKey } from "../model/speaker-names.ts";
import type { Stance } from "../model/stance.ts";
import { stanceCell, type TaggedMark } from "./cell.ts";
import type { Matrix } from "./matrix.ts";

/** What one speaker says of one claim, in whichever sources quote that. */
export interface SpeakerCell {
  readonly stance: Stance;
  readonly evidence: readonly TaggedMark[];
  /** The sources that quote it, in the order of the columns. */
  readonly sources: readonly SourceId[];
}

/** One speaker, under all names, and what they say. */
export interface SpeakerColumn {
  /** What tells speakers apart. */
  readonly key: string;
  readonly name: string;
  /** Every source that quotes the speaker on any claim. */
  readonly sources: readonly SourceId[];
}

export interface SpeakerRow {
  readonly claim: ListedClaim;
  /** By the speaker's key. */
  readonly cells: ReadonlyMap<string, SpeakerCell>;
  /** Quoted passages that name nobody. */
  readonly unnamed: readonly TaggedMark[];
}

/** Claims in rows, speakers in columns: articles that quote one ministry are one speaker. */
export interface SpeakerMatrix {
  /** Those quoted in most sources first, then by name. */
  readonly speakers: readonly SpeakerColumn[];
  /** Only the claims on which somebody is quoted. */
  readonly rows: readonly SpeakerRow[];
}

/** The quoted voices of a matrix by their speaker; `speakers` joins the names of each. */
export function speakerMatrix({ rows }: Pick<Matrix, "rows">, speakers: readonly Speaker[] | undefined): SpeakerMatrix {
  const columns = new Map<string, { name: string; sources: Set<SourceId> }>();
  const found = rows.map(({ claim, stances }): SpeakerRow => {
    const quoted = new Map<string, TaggedMark[]>();
    const unnamed: TaggedMark[] = [];
    for (const [source, cell] of stances) {
      for (const evidence of cell.evidence) {
        if (evidence.tag.voice === "own") continue;
        const name = projectName(speakers, evidence.tag.speaker);
        const key = speakerKey(name);
        if (key === "") {
          unnamed.push(evidence);
          continue;
        }
        const column = columns.get(key) ?? { name, sources: new Set() };
        columns.set(key, column);
        column.sources.add(source);
        quoted.set(key, [...(quoted.get(key) ?? []), evidence]);
      }
    }
    return { claim, cells: new Map([...quoted].map(([key, evidence]) => [key, speakerCell(evidence)])), unnamed };
  });
  return {
    speakers: [...columns]
      .map(([key, { name, sources }]) => ({ key, name, sources: [...sources] }))
      .sort((a, b) => b.sources.length - a.sources.length || a.name.localeCompare(b.name)),
    rows: found.filter(({ cells, unnamed }) => cells.size > 0 || unnamed.length > 0),
  };
}

/** The rule of cells holds within the one voice of the speaker. */
function speakerCell(evidence: readonly TaggedMark[]): SpeakerCell {
  return {
    stance: stanceCell(evidence).stance,
    evidence,
    sources: [...new Set(evidence.map(({ mark }) => mark.sourceId))],
  };
}

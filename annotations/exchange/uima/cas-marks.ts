import type { ReadMark, ReadRange, ReadTag } from "../reading/read-annotations.ts";
import type { ReadBuilder } from "../reading/read-builder.ts";
import { defined, TagTerms } from "./cas-terms.ts";

interface Gathered {
  readonly mark: Omit<ReadMark, "ranges" | "tags">;
  readonly pieces: Map<number, ReadRange>;
  readonly tags: Map<string, ReadTag>;
}

/** Makes marks of the annotations that Parallax wrote into one document, a piece and a tag at a time. */
export class CasMarks {
  readonly #builder: ReadBuilder;
  readonly #marks = new Map<string, Gathered>();

  constructor(builder: ReadBuilder) {
    this.#builder = builder;
  }

  /**
   * Adds an annotation; one without a mark's id, as somebody may have added in INCEpTION, is a mark of its own. Marks of two
   * analysts stay two where their ids are the same.
   */
  add(at: string, source: string, range: ReadRange, features: unknown): void {
    const terms = TagTerms.safeParse(features).data;
    if (!terms) return;
    const { markId, tagId, piece = 1, analystId, analyst = "" } = terms;
    const key = markId === undefined ? at : `${source} ${markId} ${analystId ?? analyst}`;
    const gathered = this.#marks.get(key) ?? this.#begun(key, at, source, terms);
    if (!gathered.pieces.has(piece)) gathered.pieces.set(piece, range);
    if (terms.claim === undefined || terms.claim.trim() === "") return;
    const tagKey = tagId ?? at;
    if (!gathered.tags.has(tagKey)) gathered.tags.set(tagKey, this.#tag(terms, terms.claim));
  }

  finish(): void {
    for (const { mark, pieces, tags } of this.#marks.values()) {
      const ranges = [...pieces].sort(([a], [b]) => a - b).map(([, range]) => range);
      this.#builder.mark({ ...mark, ranges, tags: [...tags.values()] });
    }
  }

  #begun(key: string, at: string, source: string, terms: TagTerms): Gathered {
    const { markId: id, analyst: name, analystId, markNote: note, toDiscuss, createdAt } = terms;
    const analyst =
      name === undefined
        ? undefined
        : this.#builder.analyst({ key: analystId ?? `named ${name}`, ...defined({ id: analystId }), name });
    const gathered: Gathered = {
      mark: { at, source, ...defined({ id, analyst, note, toDiscuss, createdAt }) },
      pieces: new Map(),
      tags: new Map(),
    };
    this.#marks.set(key, gathered);
    return gathered;
  }

  #tag({ claimId, tagId, stance, voice, speaker, attitude, certainty, confidence, ...terms }: TagTerms, claim: string) {
    const label =
      claimId === undefined
        ? this.#builder.label(claim)
        : this.#builder.claimLabel(this.#builder.claim({ key: claimId, id: claimId, label: claim }), claim);
    const { note, value } = terms;
    const said = { id: tagId, stance, voice, speaker, attitude, certainty, confidence, note, value };
    return { label, ...defined(said) };
  }
}

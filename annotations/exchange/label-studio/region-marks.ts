import { STANCES } from "../../model/stance.ts";
import type { ReadMark, ReadRange, ReadTag } from "../reading/read-annotations.ts";
import { setAttribute } from "../reading/read-attribute.ts";
import type { ReadBuilder } from "../reading/read-builder.ts";
import type { Unplaced } from "../reading/unplaced.ts";
import { CONTROLS, TO_DISCUSS } from "./labelling-config.ts";
import type { LabellingConfig } from "./read-config.ts";
import type { Region } from "./region.ts";
import { RegionDetails } from "./region-details.ts";
import type { RangeOf } from "./region-range.ts";
import type { Result } from "./task.ts";

/** Where regions belong. */
interface RegionContext {
  readonly source: string;
  readonly rangeOf: RangeOf;
  readonly analyst: string | undefined;
  readonly createdAt: string | undefined;
  readonly config: LabellingConfig;
  readonly builder: ReadBuilder;
  readonly unplaced: Unplaced;
}

/** What the answers about a region say. */
interface Answers {
  readonly fields: Partial<ReadTag>;
  note: string;
  toDiscuss: boolean;
}

interface Gathered {
  readonly mark: Omit<ReadMark, "ranges" | "tags" | "note" | "toDiscuss">;
  readonly pieces: Map<string, ReadRange>;
  readonly tags: Map<string, ReadTag>;
  readonly answers: Answers;
}

/** Makes marks of the regions of one annotation. */
export class RegionMarks {
  readonly #context: RegionContext;
  readonly #marks = new Map<string, Gathered>();

  constructor(context: RegionContext) {
    this.#context = context;
  }

  add(region: Region): void {
    const range = this.#context.rangeOf(region.labelled);
    if (range === null) {
      this.#context.builder.problem(region.at, "Its “start” and “end” are no stretch of a text; it is left out.");
      return;
    }
    const details = detailsOf(region.labelled);
    const answers = this.#answers(region);
    const key = details ? `mark ${details.mark}` : region.at;
    const gathered = this.#marks.get(key) ?? this.#begun(key, region, details, answers);
    gathered.pieces.set(String(details?.piece ?? 1), range);
    if (details && details.tag === undefined) return;
    if (details && details.piece > 1) return;
    for (const [i, name] of region.labels.entries()) {
      const id = details?.tag;
      const value = details?.value ? { value: details.value } : {};
      const tag = { ...(id === undefined ? {} : { id }), label: this.#label(name), ...answers.fields, ...value };
      gathered.tags.set(id ?? `${region.at} ${i}`, tag);
    }
  }

  finish(): void {
    for (const { mark, pieces, tags, answers } of this.#marks.values()) {
      const ordered = [...pieces].sort(([a], [b]) => Number(a) - Number(b)).map(([, range]) => range);
      const { note, toDiscuss } = answers;
      this.#context.builder.mark({
        ...mark,
        ranges: ordered,
        tags: [...tags.values()],
        ...(note === "" ? {} : { note }),
        ...(toDiscuss ? { toDiscuss } : {}),
      });
    }
  }

  #begun(key: string, region: Region, details: RegionDetails | null, answers: Answers): Gathered {
    const { source, builder, createdAt } = this.#context;
    const own = details?.analyst;
    const analyst = own ? builder.analyst({ key: own.id, ...own }) : this.#context.analyst;
    const at = details?.createdAt ?? createdAt;
    const mark = {
      ...{ at: region.at, source },
      ...(details && { id: details.mark }),
      ...(analyst === undefined ? {} : { analyst }),
      ...(at === undefined ? {} : { createdAt: at }),
    };
    const gathered = { mark, pieces: new Map(), tags: new Map(), answers };
    this.#marks.set(key, gathered);
    return gathered;
  }

  #label(name: string): string {
    const { builder, config } = this.#context;
    const { claimId, hint } = config.labels.get(name) ?? {};
    if (claimId === undefined) return builder.label(name);
    const claim = builder.claim({
      key: claimId,
      id: claimId,
      label: name,
      ...(hint === undefined ? {} : { text: hint }),
    });
    return builder.claimLabel(claim, name);
  }

  #answers({ labelled, answers }: Region): Answers {
    const told: Answers = { fields: {}, note: "", toDiscuss: false };
    for (const { at, result } of answers) {
      if (!takeAnswer(told, result)) this.#context.unplaced.add(`Answers “${result.from_name ?? ""}”`, at);
    }
    const notes = notesOf(labelled);
    if (notes !== "" && told.fields.note === undefined) Object.assign(told.fields, { note: notes });
    return told;
  }
}

/** Takes what an answer says by the name of the question; gives back whether it has a place. */
function takeAnswer(told: Answers, { from_name: name = "", value }: Result): boolean {
  const text = [value?.text ?? []].flat().join("\n");
  const [choice, ...others] = value?.choices ?? [];
  if (choice === undefined) return takeText(told, name.toLowerCase(), text);
  if (others.length > 0) return false;
  if (name.toLowerCase() === TO_DISCUSS.name) told.toDiscuss = true;
  else if (!setAttribute(told.fields, name, choice))
    return isStance(choice) && setAttribute(told.fields, "stance", choice);
  return true;
}

function takeText(told: Answers, name: string, text: string): boolean {
  if (name === CONTROLS.markNote && text.length <= 20_000) told.note = text;
  else if (name === CONTROLS.speaker && text.length <= 500) Object.assign(told.fields, { speaker: text });
  else if (/note|comment/.test(name) && text.length <= 20_000) Object.assign(told.fields, { note: text });
  else return false;
  return true;
}

function isStance(choice: string): boolean {
  return STANCES.some((stance) => stance === choice.toLowerCase());
}

function detailsOf({ meta }: Result): RegionDetails | null {
  if (typeof meta !== "object" || meta === null || !("parallax" in meta)) return null;
  return RegionDetails.safeParse(meta.parallax).data ?? null;
}

/** What annotators noted beside a region, which Label Studio keeps in its `meta`. */
function notesOf({ meta }: Result): string {
  if (typeof meta !== "object" || meta === null || !("text" in meta) || !Array.isArray(meta.text)) return "";
  const text = meta.text.filter((line) => typeof line === "string").join("\n");
  return text.length <= 20_000 ? text : "";
}

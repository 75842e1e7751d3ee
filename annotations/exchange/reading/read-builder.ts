import type { Stance } from "../../model/stance.ts";
import { labelMeaning } from "./label-meaning.ts";
import type {
  ReadAnalyst,
  ReadAnnotations,
  ReadCell,
  ReadClaim,
  ReadLabel,
  ReadMark,
  ReadOrigin,
  ReadProblem,
  ReadProgress,
  ReadProject,
  ReadSource,
  ReadSpeaker,
} from "./read-annotations.ts";

/** Gathers what a reader finds, each source, analyst, claim and label once. */
export class ReadBuilder {
  readonly #sources = new Map<string, ReadSource>();
  readonly #analysts = new Map<string, ReadAnalyst>();
  readonly #claims = new Map<string, ReadClaim>();
  readonly #labels = new Map<string, ReadLabel>();
  readonly #marks: ReadMark[] = [];
  readonly #cells: ReadCell[] = [];
  readonly #origins: ReadOrigin[] = [];
  readonly #progress: ReadProgress[] = [];
  readonly #speakers: ReadSpeaker[] = [];
  readonly #problems: ReadProblem[] = [];
  #project: ReadProject | undefined;

  /** Adds a source unless its key is known; gives the key back. */
  source(source: ReadSource): string {
    if (!this.#sources.has(source.key)) this.#sources.set(source.key, source);
    return source.key;
  }

  /** Adds an analyst unless the key is known; gives the key back. */
  analyst(analyst: ReadAnalyst): string {
    if (!this.#analysts.has(analyst.key)) this.#analysts.set(analyst.key, analyst);
    return analyst.key;
  }

  /** Adds a claim unless its key is known; gives the key back. */
  claim(claim: ReadClaim): string {
    if (!this.#claims.has(claim.key)) this.#claims.set(claim.key, claim);
    return claim.key;
  }

  /** A label that stands for a claim that was added, and for a stance where it says one; gives its key back. */
  claimLabel(claim: string, name: string, stance: Stance | null = null): string {
    const key = `${claim} ${stance ?? ""}`;
    if (!this.#labels.has(key)) this.#labels.set(key, { key, name, claim, stance });
    return key;
  }

  /**
   * A label of which only the name is known: the claim and the stance that it seems to mean are made up of it, several
   * labels with the same claim sharing it. Gives the label's key back.
   */
  label(name: string): string {
    const key = `label ${name}`;
    if (this.#labels.has(key)) return key;
    const { claim, stance } = labelMeaning(name);
    const claimKey = claim === null ? null : this.claim({ key: `named ${claim}`, label: claim });
    this.#labels.set(key, { key, name, claim: claimKey, stance });
    return key;
  }

  mark(mark: ReadMark): void {
    this.#marks.push(mark);
  }

  cell(cell: ReadCell): void {
    this.#cells.push(cell);
  }

  origin(origin: ReadOrigin): void {
    this.#origins.push(origin);
  }

  progress(progress: ReadProgress): void {
    this.#progress.push(progress);
  }

  speaker(speaker: ReadSpeaker): void {
    this.#speakers.push(speaker);
  }

  project(project: ReadProject): void {
    this.#project = project;
  }

  /** Reports an item that is left out, or a part of it. */
  problem(at: string, message: string): void {
    this.#problems.push({ at, message });
  }

  result(): ReadAnnotations {
    return {
      sources: [...this.#sources.values()],
      analysts: [...this.#analysts.values()],
      claims: [...this.#claims.values()],
      labels: [...this.#labels.values()],
      marks: this.#marks,
      cells: this.#cells,
      origins: this.#origins,
      progress: this.#progress,
      speakers: this.#speakers,
      ...(this.#project && { project: this.#project }),
      problems: this.#problems,
    };
  }
}

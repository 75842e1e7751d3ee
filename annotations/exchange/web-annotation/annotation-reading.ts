import { z } from "zod";
import type { ReadAnnotations, ReadMark, ReadTag } from "../reading/read-annotations.ts";
import { ReadBuilder } from "../reading/read-builder.ts";
import { Skipped } from "../skipped.ts";
import { utcTime } from "../utc-time.ts";
import { bodiesOf, listed } from "./bodies.ts";
import type { Item } from "./documents.ts";
import { idOfIri, isWebAddress } from "./iri.ts";
import { type Target, targetsOf, together } from "./targets.ts";
import { AnnotationTerms, ArticleTerms, ClaimTerms } from "./terms.ts";

const Annotation = z.looseObject({
  id: z.unknown().optional(),
  type: z.unknown().optional(),
  motivation: z.unknown().optional(),
  body: z.unknown().optional(),
  bodyValue: z.unknown().optional(),
  target: z.unknown().optional(),
  creator: z.unknown().optional(),
  created: z.unknown().optional(),
});
type Annotation = z.infer<typeof Annotation>;

const Agent = z.looseObject({
  id: z.string().optional(),
  name: z.unknown().optional(),
  nickname: z.unknown().optional(),
});

const NO_TERMS: AnnotationTerms = AnnotationTerms.parse({});

/** Turns annotations into marks, one after the other; those of one mark's tags become one again. */
export class AnnotationReading {
  readonly #builder = new ReadBuilder();
  readonly #marks = new Map<
    string,
    { readonly mark: Omit<ReadMark, "tags">; readonly place: string; readonly tags: ReadTag[] }
  >();
  readonly #claims = new Map<string, string>();
  readonly #ids = new Set<string>();
  readonly #skipped = new Skipped();

  article(value: unknown): void {
    const parsed = ArticleTerms.safeParse(value);
    if (!parsed.success) {
      this.problem("/articles", "an article has no id");
      return;
    }
    const { id, article, ...details } = parsed.data;
    this.#builder.source({ key: id, ...(article !== undefined && { id: article }), ...defined(details) });
  }

  claim(value: unknown): void {
    const parsed = ClaimTerms.safeParse(value);
    if (!parsed.success) {
      this.problem("/claims", "a claim has no id or no label");
      return;
    }
    const { id: key, label, ...details } = parsed.data;
    const id = idOfIri(key);
    this.#builder.claim({ key, label, ...(id !== undefined && { id }), ...defined(details) });
    this.#claims.set(key, label);
  }

  problem(at: string, message: string): void {
    this.#builder.problem(at, message);
  }

  item({ value, at, isOwn }: Item): void {
    const parsed = Annotation.safeParse(value);
    if (!parsed.success) {
      this.problem(at, typeof value === "string" ? "the annotation stands elsewhere" : "it is no annotation");
      return;
    }
    const annotation = parsed.data;
    if (!listed(annotation.type).includes("Annotation")) {
      this.problem(at, "its type is not Annotation");
      return;
    }
    if (!this.#isFirst(annotation.id, at)) return;
    const terms = isOwn ? (AnnotationTerms.safeParse(value).data ?? NO_TERMS) : NO_TERMS;
    const found = targetsOf(annotation.target);
    const targets = terms.mark ? together(found) : found;
    if (targets.length === 0) this.problem(at, "it has no target");
    for (const target of targets) this.#target(target, { annotation, terms, at });
  }

  result(): ReadAnnotations {
    for (const { mark, tags } of this.#marks.values()) this.#builder.mark({ ...mark, tags });
    this.#skipped.report(this.#builder);
    return this.#builder.result();
  }

  /** An annotation has one id, which no other one has; those without any are read too. */
  #isFirst(id: unknown, at: string): boolean {
    if (id === undefined) return true;
    if (typeof id !== "string" || !/^[a-z][a-z0-9+.-]*:\S+$/i.test(id)) {
      this.problem(at, "its id is not one IRI");
      return true;
    }
    if (this.#ids.has(id)) {
      this.problem(at, "another annotation before it has the same id");
      return false;
    }
    this.#ids.add(id);
    return true;
  }

  #target(target: Target, context: Context): void {
    if (target.kind === "objection") this.#skipped.add(context.at, `left out: ${target.reason}`);
    else if (target.kind === "passage") this.#passage(target, context);
    else if (context.terms.claim !== undefined && (context.terms.finding ?? context.terms.cellNote) !== undefined) {
      this.#cell(target.source, context);
    } else this.#skipped.add(context.at, "left out: it is about a whole page and no passage of it");
  }

  #passage({ source, ranges }: Target & { kind: "passage" }, context: Context): void {
    const { annotation, terms, at } = context;
    const bodies = bodiesOf(annotation.body, annotation.bodyValue, listed(annotation.motivation).map(String));
    for (const objection of bodies.objections) this.#skipped.add(at, objection);
    const isTag = terms.mark !== undefined && terms.claim !== undefined;
    const tags = isTag
      ? [this.#ownTag(context, bodies)]
      : bodies.labels.map((name) => ({ label: this.#builder.label(name) }));
    const note = isTag || terms.mark ? terms.mark?.note : bodies.notes.join("\n\n") || undefined;
    const id = idOfIri(terms.mark?.id);
    const mark = {
      ...{ at, source: this.#source(source), ranges, ...this.#made(annotation, at) },
      ...defined({ id, note, toDiscuss: terms.mark?.toDiscuss }),
    };
    this.#join(mark, tags);
  }

  /** Adds the tags to the mark that they belong to, where another annotation of it was there before. */
  #join(mark: Omit<ReadMark, "tags">, tags: readonly ReadTag[]): void {
    const place = JSON.stringify([mark.source, mark.analyst, mark.ranges]);
    const known = mark.id === undefined ? undefined : this.#marks.get(mark.id);
    if (known?.place === place) known.tags.push(...tags);
    else if (!known) this.#marks.set(mark.id ?? `at ${this.#marks.size} ${mark.at}`, { mark, place, tags: [...tags] });
    else {
      this.problem(
        mark.at,
        "it stands elsewhere than another annotation of the same mark, and becomes a mark of its own",
      );
      const { id: _, ...rest } = mark;
      this.#marks.set(`at ${this.#marks.size} ${mark.at}`, { mark: rest, place, tags: [...tags] });
    }
  }

  #ownTag(
    { annotation, terms }: Context,
    { labels, notes }: { labels: readonly string[]; notes: readonly string[] },
  ): ReadTag {
    const { figure, ...said } = terms.tag ?? {};
    const id = idOfIri(typeof annotation.id === "string" ? annotation.id : undefined);
    const name = this.#claims.get(terms.claim ?? "");
    const label =
      name === undefined
        ? this.#builder.label(labels[0] ?? terms.claim ?? "")
        : this.#builder.claimLabel(terms.claim ?? "", name);
    const note = notes.join("\n\n").slice(0, LONGEST_NOTE);
    return { label, note, ...defined({ id, value: figure }), ...defined(said) };
  }

  #cell(source: string, { annotation, terms, at }: Context): void {
    const { claim = "", finding, cellNote } = terms;
    const { analyst, createdAt: foundAt } = this.#made(annotation, at);
    this.#builder.cell({
      at,
      claim,
      source: this.#source(source),
      ...defined({ analyst, state: finding, note: cellNote, foundAt }),
    });
  }

  /** An article that only a target names. */
  #source(iri: string): string {
    const id = idOfIri(iri);
    return this.#builder.source({ key: iri, ...(id !== undefined && { id }), ...(isWebAddress(iri) && { url: iri }) });
  }

  #made({ creator, created }: Annotation, at: string): { analyst?: string; createdAt?: string } {
    const createdAt = utcTime(created);
    if (created !== undefined && createdAt === undefined)
      this.#skipped.add(at, "when it was made is not one moment in UTC (2022-11-23T10:00:00Z)");
    const analyst = this.#analyst(creator, at);
    return { ...(analyst !== undefined && { analyst }), ...(createdAt !== undefined && { createdAt }) };
  }

  #analyst(creator: unknown, at: string): string | undefined {
    const [first] = listed(creator);
    if (first === undefined) return undefined;
    const agent =
      typeof first === "string" ? { id: first, name: undefined, nickname: undefined } : Agent.safeParse(first).data;
    const name = [agent?.name, agent?.nickname]
      .flatMap(listed)
      .find((one) => typeof one === "string" && one.trim() !== "");
    const shown = typeof name === "string" ? name : agent?.id;
    if (!agent || shown === undefined) {
      this.#skipped.add(at, "its creator has neither a name nor an id");
      return undefined;
    }
    const id = idOfIri(agent.id);
    return this.#builder.analyst({ key: agent.id ?? `named ${shown}`, name: shown, ...(id !== undefined && { id }) });
  }
}

interface Context {
  readonly annotation: Annotation;
  readonly terms: AnnotationTerms;
  readonly at: string;
}

const LONGEST_NOTE = 20_000;

/** The fields that have a value. */
function defined<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as typeof fields as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
}

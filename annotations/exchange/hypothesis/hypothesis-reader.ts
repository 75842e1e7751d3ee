import { z } from "zod";
import { Refusal } from "../../commands/refusal.ts";
import { MarkId } from "../../model/id.ts";
import type { FormatReader } from "../format.ts";
import { type InputFile, jsonOf } from "../input-file.ts";
import type { ReadAnnotations, ReadRange } from "../reading/read-annotations.ts";
import { ReadBuilder } from "../reading/read-builder.ts";
import { Skipped } from "../skipped.ts";
import { utcTime } from "../utc-time.ts";
import { selected } from "../web-annotation/selector.ts";

/** Reads what the sidebar exports, what a search through the API answers, and lists of annotations of either. */
export const hypothesisReader: FormatReader = {
  recognises: (files) => files.length > 0 && files.every((file) => isHypothesis(file.beginning(6_000))),
  read: (files) => {
    if (files.length === 0) throw new Refusal("Choose a file with annotations of Hypothesis.");
    const reading = new HypothesisReading();
    for (const file of files) {
      const { key, annotations } = annotationsOf(file);
      const place = files.length > 1 ? `${file.path} ` : "";
      for (const [i, one] of annotations.entries()) reading.annotation(one, `${place}${key}/${i}`);
    }
    return reading.result();
  },
};

function isHypothesis(beginning: string): boolean {
  if (/^\s*\{\s*"export_(userid|date)"/.test(beginning)) return true;
  return /^\s*[{[]/.test(beginning) && ['"user"', '"uri"', '"permissions"'].every((key) => beginning.includes(key));
}

const Export = z.looseObject({ annotations: z.array(z.unknown()).optional(), rows: z.array(z.unknown()).optional() });

function annotationsOf(file: InputFile): { readonly key: string; readonly annotations: readonly unknown[] } {
  const value = jsonOf(file);
  if (Array.isArray(value)) return { key: "", annotations: value };
  const { data } = Export.safeParse(value);
  if (data?.annotations) return { key: "/annotations", annotations: data.annotations };
  if (data?.rows) return { key: "/rows", annotations: data.rows };
  throw new Refusal(`“${file.path}” holds no list of annotations; export them in the Hypothesis sidebar as JSON.`);
}

const Target = z.looseObject({ selector: z.unknown().optional() });

const Annotation = z.looseObject({
  id: z.string().optional(),
  uri: z.string(),
  user: z.string().optional(),
  user_info: z.looseObject({ display_name: z.string().nullish() }).nullish().catch(undefined),
  text: z.string().nullish().catch(undefined),
  tags: z.array(z.string()).nullish(),
  created: z.unknown().optional(),
  references: z.array(z.unknown()).nullish().catch(undefined),
  target: z.array(z.unknown()).nullish(),
  document: z
    .looseObject({ title: z.union([z.string(), z.array(z.string())]).nullish() })
    .nullish()
    .catch(undefined),
});
type Annotation = z.infer<typeof Annotation>;

class HypothesisReading {
  readonly #builder = new ReadBuilder();
  readonly #skipped = new Skipped();
  readonly #ids = new Set<string>();

  annotation(value: unknown, at: string): void {
    const parsed = Annotation.safeParse(value);
    if (!parsed.success) this.#builder.problem(at, objectionOf(parsed.error));
    else if (this.#isNew(parsed.data, at)) this.#read(parsed.data, at);
  }

  result(): ReadAnnotations {
    this.#skipped.report(this.#builder);
    return this.#builder.result();
  }

  #isNew({ id }: Annotation, at: string): boolean {
    if (id === undefined) return true;
    if (this.#ids.has(id)) this.#builder.problem(at, "another annotation before it has the same id");
    const isNew = !this.#ids.has(id);
    this.#ids.add(id);
    return isNew;
  }

  #read(annotation: Annotation, at: string): void {
    const { references, target, tags, text, user } = annotation;
    if (references && references.length > 0) {
      this.#skipped.add(at, "replies are left out");
      return;
    }
    const ranges = this.#ranges(target ?? [], at);
    if (ranges.length === 0) return;
    const createdAt = utcTime(annotation.created);
    const id = MarkId.safeParse(annotation.id).data;
    this.#builder.mark({
      ...{ at, source: this.#source(annotation), ranges },
      tags: (tags ?? []).filter((tag) => tag.trim() !== "").map((tag) => ({ label: this.#builder.label(tag) })),
      ...(id !== undefined && { id }),
      ...(user !== undefined && { analyst: this.#analyst(annotation, user) }),
      ...(text && { note: text }),
      ...(createdAt !== undefined && { createdAt }),
    });
  }

  #ranges(targets: readonly unknown[], at: string): readonly ReadRange[] {
    const selectors = targets.flatMap((one) => Target.safeParse(one).data?.selector ?? []);
    if (selectors.length === 0) this.#skipped.add(at, "notes on a whole page are left out");
    return targets.flatMap((one): readonly ReadRange[] => {
      const selector = Target.safeParse(one).data?.selector;
      if (selector === undefined || selector === null) return [];
      const part = selected(selector);
      if (part.kind === "range") return [inUtf16(part.range)];
      if (selectors.length > 0) this.#skipped.add(at, `left out: ${part.reason}`);
      return [];
    });
  }

  #source({ uri, document }: Annotation): string {
    const title = [document?.title ?? []].flat()[0];
    return this.#builder.source({ key: uri, ...(title !== undefined && { title }), ...addressOf(uri) });
  }

  #analyst({ user_info }: Annotation, user: string): string {
    const account = /^acct:([^@]+)@/.exec(user)?.[1] ?? user;
    return this.#builder.analyst({ key: user, name: user_info?.display_name?.trim() || account });
  }
}

/** An article without an address is known by its id. */
function addressOf(uri: string): { readonly id: string } | { readonly url: string } {
  return uri.startsWith("urn:uuid:") ? { id: uri.slice("urn:uuid:".length) } : { url: uri };
}

/** Hypothesis counts as the browser does. */
function inUtf16(range: ReadRange): ReadRange {
  return range.position ? { ...range, position: { ...range.position, unit: "utf-16" } } : range;
}

function objectionOf({ issues: [issue] }: z.ZodError): string {
  const field = issue?.path.join("/") ?? "";
  return field === "" ? "it is no annotation" : `its ${field} is not as Hypothesis writes it`;
}

import { useId } from "react";
import {
  type Block,
  METADATA_FIELDS,
  METADATA_LENGTHS,
  type Metadata,
  type MetadataField,
  PartialDate,
} from "../../annotations/model/source.ts";
import { CodePoints } from "../../annotations/text/code-points.ts";

/** What an analyst can correct about an article: its metadata, and which blocks are not part of it. */
export interface ArticleDraft {
  readonly metadata: Metadata;
  /** The fields that are still as they were read off the text. */
  readonly guessed: readonly MetadataField[];
  /** The starts (code points) of the blocks that are boilerplate. */
  readonly boilerplate: readonly number[];
}

const FIELD_WORDS: Readonly<Record<MetadataField, string>> = {
  title: "Title",
  author: "Author",
  outlet: "Outlet",
  date: "Date",
  url: "Address",
  language: "Language",
};

const PLACEHOLDERS: Readonly<Partial<Record<MetadataField, string>>> = {
  date: "2022-11-23, 2022-11 or 2022",
  url: "https://…",
  language: "en",
};

interface Props {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly draft: ArticleDraft;
  onChange(draft: ArticleDraft): void;
}

export function ArticleForm({ text, blocks, draft, onChange }: Props) {
  return (
    <div className="article-form">
      <div className="article-fields">
        {METADATA_FIELDS.map((field) => (
          <MetadataInput key={field} field={field} draft={draft} onChange={onChange} />
        ))}
        <p className="hint">
          What was read off the text is marked as a guess until you confirm. What is not known stays empty.
        </p>
      </div>
      <BlockList text={text} blocks={blocks} draft={draft} onChange={onChange} />
    </div>
  );
}

/** Whether a form can be confirmed. */
export function isComplete(draft: ArticleDraft): boolean {
  return PartialDate.safeParse(draft.metadata.date).success;
}

interface InputProps {
  readonly field: MetadataField;
  readonly draft: ArticleDraft;
  onChange(draft: ArticleDraft): void;
}

function MetadataInput({ field, draft, onChange }: InputProps) {
  const id = useId();
  const wrong = field === "date" && !isComplete(draft);
  const guessed = draft.guessed.includes(field);
  return (
    <div className="metadata-input">
      <label htmlFor={id}>
        {FIELD_WORDS[field]} {guessed && <small className="guess">guess</small>}
      </label>
      <input
        id={id}
        type="text"
        dir="auto"
        maxLength={METADATA_LENGTHS[field]}
        placeholder={PLACEHOLDERS[field]}
        value={draft.metadata[field]}
        aria-invalid={wrong}
        onChange={(event) =>
          onChange({
            ...draft,
            metadata: { ...draft.metadata, [field]: event.target.value },
            guessed: draft.guessed.filter((other) => other !== field),
          })
        }
      />
      {wrong && <p className="problem">A date is written 2022-11-23, 2022-11 or 2022.</p>}
    </div>
  );
}

/** The article block by block; a block that is not part of it can be set apart, and brought back. */
function BlockList({ text, blocks, draft, onChange }: Props) {
  const points = new CodePoints(text);
  const apart = new Set(draft.boilerplate);
  return (
    <fieldset className="block-list" aria-label="Blocks of the text">
      <p className="hint">
        Tick what belongs to the page and not to the article, such as menus and comment forms. It can be hidden while
        reading.
      </p>
      {blocks.map((block) => (
        <label key={block.start} className={apart.has(block.start) ? "apart" : ""}>
          <input
            type="checkbox"
            checked={apart.has(block.start)}
            onChange={() => onChange({ ...draft, boilerplate: toggled(draft.boilerplate, block.start) })}
          />
          <span dir="auto" className={block.kind}>
            {points.slice(block.start, block.end)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function toggled(starts: readonly number[], start: number): readonly number[] {
  return starts.includes(start) ? starts.filter((other) => other !== start) : [...starts, start].sort((a, b) => a - b);
}

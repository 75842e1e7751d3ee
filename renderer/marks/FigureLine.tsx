import { useLayoutEffect, useRef } from "react";
import { valueWords } from "../../annotations/figures/value-words.ts";
import type { Mark } from "../../annotations/model/mark.ts";
import type { Tag } from "../../annotations/model/tag.ts";
import { ActionKey } from "../actions/ActionKey.tsx";
import { useDesk } from "../session/desk.ts";
import { FigureEditor } from "./FigureEditor.tsx";
import { beginFigure, takeFigureAway } from "./figuring.ts";

interface Props {
  readonly mark: Mark;
  readonly tag: Tag;
}

/** How many, when or where, as the passage states it: the figure of a tag, and the way to write it. */
export function FigureLine({ mark, tag }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const draft = useDesk(({ figuring }) => (figuring?.tagId === tag.id ? figuring.draft : null));
  const wasWriting = useRef(false);
  const isWriting = draft !== null;
  // The button that takes the place of the fields takes their focus too.
  useLayoutEffect(() => {
    if (wasWriting.current && !isWriting) line.current?.querySelector("button")?.focus();
    wasWriting.current = isWriting;
  }, [isWriting]);
  return (
    <>
      <span className={draft ? "figure-name writing" : "figure-name"}>Figure</span>
      <div ref={line} className={draft ? "figure-line writing" : "figure-line"}>
        {draft ? <FigureEditor mark={mark} tag={tag} draft={draft} /> : <Given mark={mark} tag={tag} />}
      </div>
    </>
  );
}

function Given({ mark, tag }: Props) {
  const { value } = tag;
  const change = useRef<HTMLButtonElement>(null);
  return (
    <>
      {value && (
        <span className="figure-given">
          <q dir="auto">{value.words}</q>
          <span className="hint">{valueWords(value)}</span>
        </span>
      )}
      <button ref={change} type="button" onClick={() => beginFigure(mark, tag)}>
        {value ? "Change" : "Give a figure"} <ActionKey id="mark.figure" />
      </button>
      {value && (
        <button
          type="button"
          onClick={() => {
            // This button goes with the figure; the other stays.
            change.current?.focus();
            takeFigureAway(mark, tag);
          }}
        >
          Take away
        </button>
      )}
    </>
  );
}

import { Menu } from "@base-ui/react/menu";
import { useCallback, useId } from "react";
import { revisionOf } from "../../annotations/commands/apply.ts";
import type { Source } from "../../annotations/model/source.ts";
import type { Matrix } from "../../annotations/review/matrix.ts";
import { SightMenu } from "../blindness/SightMenu.tsx";
import { LaneLegend } from "../comparing/LaneLegend.tsx";
import { NoteSign } from "../controls/NoteSign.tsx";
import { startHeaderDrag } from "../panes/header-drag.ts";
import { PaneLayoutItems } from "../panes/PaneLayoutItems.tsx";
import { perform, stamp } from "../session/changes.ts";
import { desk, setDesk, useDesk } from "../session/desk.ts";
import { claimsOf, isReadOnly } from "../session/selectors.ts";
import { useMatrixAfterPaint } from "../session/use-matrix-after-paint.ts";
import { dateWords } from "./date-words.ts";
import { focusLastText } from "./text-views.ts";
import { useWordCount } from "./word-count.ts";

interface Props {
  readonly source: Source;
  /** Whether the pane can be arranged: it stands among others. */
  readonly arrangeable: boolean;
}

/** Where a text comes from, how long it is, and how many claims nobody has looked for in it. */
export function PaneHeader({ source, arrangeable }: Props) {
  const words = useWordCount(source);
  const from = [source.outlet, source.author].filter(Boolean).join(" · ");
  return (
    <div className="pane-header" onPointerDown={(event) => arrangeable && startHeaderDrag(event, source.id)}>
      <div className="pane-title">
        <h2 dir="auto">{source.title || <span className="unknown">No title</span>}</h2>
        <PaneMenu source={source} arrangeable={arrangeable} />
      </div>
      <p className="from" dir="auto">
        {from || <span className="unknown">{source.originalName}</span>}
      </p>
      <p className="facts">
        {source.date ? <time dateTime={source.date}>{dateWords(source.date)}</time> : <span>no date</span>}
        <span>{words === null ? "…" : words.toLocaleString("en")} words</span>
        <Unreviewed source={source} />
        {arrangeable && <SightMenu source={source} />}
        {source.note && <SourceNote source={source} note={source.note} />}
      </p>
      <LaneLegend sourceId={source.id} />
    </div>
  );
}

interface NoteProps {
  readonly source: Source;
  readonly note: string;
}

/** A sign that something is noted about the article; it leads to where that is changed. */
function SourceNote({ source, note }: NoteProps) {
  const id = useId();
  return (
    <span>
      <button
        type="button"
        className="note-sign"
        aria-label="Note on the article"
        aria-describedby={id}
        title={note}
        onClick={() => setDesk({ dialog: { kind: "sources", sourceId: source.id } })}
      >
        <NoteSign />
      </button>
      <span id={id} hidden>
        {note}
      </span>
    </span>
  );
}

/** How many claims are still to be looked for in a source; nothing while there are no claims. */
function Unreviewed({ source }: { readonly source: Source }) {
  const hasClaims = useDesk((state) => claimsOf(state).length > 0);
  const left = useMatrixAfterPaint(
    useCallback(({ unreviewed }: Matrix) => unreviewed.get(source.id) ?? 0, [source.id]),
  );
  if (!hasClaims) return null;
  return <span>{left === 0 ? "all claims reviewed" : `${left ?? "…"} unreviewed`}</span>;
}

function PaneMenu({ source, arrangeable }: Props) {
  const readOnly = useDesk(isReadOnly);
  return (
    <Menu.Root>
      <Menu.Trigger className="icon small" aria-label={`More for ${source.title || "this article"}`} title="More">
        <span aria-hidden="true">⋯</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className="layer">
          <Menu.Popup className="menu">
            {arrangeable && <PaneLayoutItems sourceId={source.id} />}
            <Menu.Item onClick={() => setDesk({ dialog: { kind: "sources", sourceId: source.id } })}>
              Correct the details…
            </Menu.Item>
            <Menu.Separator />
            <Menu.Item disabled={readOnly} onClick={() => takeOut(source)}>
              Take out of the project
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function takeOut(source: Source): void {
  const revision = revisionOf(desk().project, { ...stamp(), sourceId: source.id });
  if (perform("taking out an article", { ...revision, removed: true })) requestAnimationFrame(focusLastText);
}

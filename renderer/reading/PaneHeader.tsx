import { Menu } from "@base-ui/react/menu";
import { revisionOf } from "../../annotations/commands/apply.ts";
import type { Source } from "../../annotations/model/source.ts";
import { perform, stamp } from "../session/changes.ts";
import { desk, setDesk, useDesk } from "../session/desk.ts";
import { matrix } from "../session/selectors.ts";
import { dateWords } from "./date-words.ts";
import { wordCount } from "./word-count.ts";

/** Where a text comes from, how long it is, and how many claims nobody has looked for in it. */
export function PaneHeader({ source }: { readonly source: Source }) {
  const unreviewed = useDesk((state) => unreviewedIn(state, source));
  const from = [source.outlet, source.author].filter(Boolean).join(" · ");
  return (
    <div className="pane-header">
      <div className="pane-title">
        <h2 dir="auto">{source.title || <span className="unknown">No title</span>}</h2>
        <PaneMenu source={source} />
      </div>
      <p className="from" dir="auto">
        {from || <span className="unknown">Outlet and author unknown</span>}
      </p>
      <p className="facts">
        {source.date ? <time dateTime={source.date}>{dateWords(source.date)}</time> : <span>no date</span>}
        <span>{wordCount(source).toLocaleString("en")} words</span>
        <span>{unreviewed === 0 ? "all claims reviewed" : `${unreviewed} unreviewed`}</span>
      </p>
    </div>
  );
}

function unreviewedIn(state: Parameters<typeof matrix>[0], source: Source): number {
  return matrix(state).rows.filter(({ cells }) => {
    const cell = cells.get(source.id);
    return cell?.kind === "empty" && cell.state === "not-reviewed";
  }).length;
}

function PaneMenu({ source }: { readonly source: Source }) {
  return (
    <Menu.Root>
      <Menu.Trigger className="icon small" aria-label={`More for ${source.title || "this article"}`} title="More">
        <span aria-hidden="true">⋯</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className="layer">
          <Menu.Popup className="menu">
            <Menu.Item onClick={() => setDesk({ dialog: { kind: "sources", sourceId: source.id } })}>
              Correct the details…
            </Menu.Item>
            <Menu.Separator />
            <Menu.Item onClick={() => takeOut(source)}>Take out of the project</Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function takeOut(source: Source): void {
  const revision = revisionOf(desk().project, { ...stamp(), sourceId: source.id });
  perform("taking out an article", { ...revision, removed: true });
}

import { Menu } from "@base-ui/react/menu";
import { sourceName } from "../../annotations/model/source.ts";
import { ActionKey, useNameWithKey } from "../actions/ActionKey.tsx";
import { setDesk, useDesk } from "../session/desk.ts";
import { openSourcesOf } from "../session/selectors.ts";
import { allPanes, evenWidths, leaveAlone, resetPanes, row, setPaneState, toggleLinked } from "./arranging.ts";
import { ARTICLES_MENU } from "./articles-menu.ts";

/** Which articles stand side by side. A closed one stays in the project. */
export function ArticlesMenu() {
  const sources = useDesk(openSourcesOf);
  const layout = useDesk((state) => state.layout);
  const panes = allPanes();
  const open = row().length;
  const title = useNameWithKey("Which articles are open", "panes.articles");
  if (sources.length === 0) return null;
  return (
    <Menu.Root>
      <Menu.Trigger id={ARTICLES_MENU} className="quiet" title={title}>
        Articles {open < sources.length && <small className="amount">{`${open} of ${sources.length}`}</small>}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="start" className="layer">
          <Menu.Popup className="menu articles-menu">
            {panes.map((pane) => (
              <Menu.CheckboxItem
                key={pane.sourceId}
                className="checkable"
                checked={pane.state !== "closed"}
                onCheckedChange={(checked) => setPaneState(pane.sourceId, checked ? "open" : "closed")}
              >
                <ArticleName source={sources.find((source) => source.id === pane.sourceId)} />
              </Menu.CheckboxItem>
            ))}
            <Menu.Separator />
            {layout.alone !== null && <Menu.Item onClick={leaveAlone}>Back to all articles</Menu.Item>}
            <Menu.Item onClick={evenWidths}>All equally wide</Menu.Item>
            <Menu.Item onClick={resetPanes}>All open, in their first order</Menu.Item>
            <Menu.CheckboxItem className="checkable" checked={layout.linked} onCheckedChange={toggleLinked}>
              <span>
                Scroll together <ActionKey id="panes.linked" />
              </span>
            </Menu.CheckboxItem>
            <Menu.Separator />
            <Menu.Item onClick={() => setDesk({ dialog: { kind: "sources", sourceId: null } })}>
              Details of all articles…
            </Menu.Item>
            <Menu.Item onClick={() => setDesk({ dialog: { kind: "speakers" } })}>
              <span>
                Whom they quote… <ActionKey id="speakers.list" />
              </span>
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function ArticleName({ source }: { readonly source: Parameters<typeof sourceName>[0] | undefined }) {
  if (!source) return null;
  const name = sourceName(source);
  return (
    <span className="article-name">
      <bdi>{source.title || name}</bdi>{" "}
      {source.title !== "" && name !== source.title && <small dir="auto">{name}</small>}
    </span>
  );
}

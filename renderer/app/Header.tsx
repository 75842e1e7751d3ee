import { Menu } from "@base-ui/react/menu";
import { ActionKey } from "../actions/ActionKey.tsx";
import { act } from "../actions/act.ts";
import { openPalette } from "../palette/opening.ts";
import { ArticlesMenu } from "../panes/ArticlesMenu.tsx";
import { show } from "../reading/align.ts";
import { toggleScheme } from "../scheme/opening.ts";
import { SearchButton } from "../search/SearchButton.tsx";
import { setDesk, useDesk } from "../session/desk.ts";
import { prefer } from "../session/preferring.ts";
import { isReadOnly } from "../session/selectors.ts";
import { UndoButtons } from "../steps/UndoButtons.tsx";
import { AnalystMenu } from "./AnalystMenu.tsx";
import { changeTextSize, nextLineLength, nextTheme, switchColours, switchContrast } from "./actions.ts";

export function Header() {
  const title = useDesk((state) => state.project.file.title);
  const readOnly = useDesk(isReadOnly);
  return (
    <header className="app-header">
      <h1 className="brand">Parallax</h1>
      <button
        type="button"
        className="project-title"
        title="Rename the project"
        disabled={readOnly}
        onClick={() => setDesk({ dialog: { kind: "project" } })}
      >
        <bdi>{title}</bdi>
      </button>
      <Views />
      <div className="button-group">
        <ArticlesMenu />
        <button type="button" className="quiet" disabled={readOnly} onClick={() => act("project.import")}>
          Import
        </button>
        <button type="button" className="quiet" onClick={() => setDesk({ dialog: { kind: "export" } })}>
          Export
        </button>
      </div>
      <span className="grow" />
      <SearchButton />
      <UndoButtons />
      <DisplayMenu />
      <AnalystMenu />
    </header>
  );
}

function Views() {
  const view = useDesk((state) => state.view);
  return (
    <nav className="views" aria-label="Views">
      <button type="button" aria-current={view === "read" ? "page" : undefined} onClick={() => show("read")}>
        Read
      </button>
      <button type="button" aria-current={view === "review" ? "page" : undefined} onClick={() => show("review")}>
        Review
      </button>
    </nav>
  );
}

const THEME_WORDS = { system: "as the system", light: "light", dark: "dark" } as const;

function DisplayMenu() {
  const {
    theme,
    contrast,
    showBoilerplate,
    textSize,
    colourBy,
    lineLength = "medium",
  } = useDesk((state) => state.preferences);
  return (
    <Menu.Root>
      <Menu.Trigger className="icon" aria-label="Display" title="Display">
        <span aria-hidden="true" className="letters">
          Aa
        </span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className="layer">
          <Menu.Popup className="menu">
            <Menu.Item closeOnClick={false} onClick={nextTheme}>
              Theme: {THEME_WORDS[theme]}
            </Menu.Item>
            <Menu.CheckboxItem className="checkable" checked={contrast === "more"} onCheckedChange={switchContrast}>
              High contrast
            </Menu.CheckboxItem>
            <Menu.Item closeOnClick={false} onClick={nextLineLength}>
              Lines: {lineLength}
            </Menu.Item>
            <Menu.Item closeOnClick={false} onClick={() => changeTextSize(1)}>
              Larger text <small>{textSize} px</small>
            </Menu.Item>
            <Menu.Item closeOnClick={false} onClick={() => changeTextSize(-1)}>
              Smaller text
            </Menu.Item>
            <Menu.CheckboxItem
              className="checkable"
              checked={showBoilerplate}
              onCheckedChange={(shown) => prefer({ showBoilerplate: shown })}
            >
              Show navigation and footers of the pages
            </Menu.CheckboxItem>
            <Menu.CheckboxItem className="checkable" checked={colourBy === "claim"} onCheckedChange={switchColours}>
              Colour marks by claim <ActionKey id="display.colours" />
            </Menu.CheckboxItem>
            <Menu.Separator />
            <Menu.Item onClick={toggleScheme}>
              Stance scheme <ActionKey id="scheme.toggle" />
            </Menu.Item>
            <Menu.Item onClick={openPalette}>
              All actions <ActionKey id="palette.open" />
            </Menu.Item>
            <Menu.Item onClick={() => setDesk({ dialog: { kind: "keys" } })}>
              Keys <ActionKey id="keys.sheet" />
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

import { Menu } from "@base-ui/react/menu";
import { act } from "../actions/act.ts";
import { blindCount } from "../session/blindness.ts";
import { setDesk, useDesk } from "../session/desk.ts";
import { workAs } from "../session/work-as.ts";

/** Who is working, and a way to go on as somebody else. Each analyst has marks of their own. */
export function AnalystMenu() {
  const analyst = useDesk((state) => state.analyst);
  const sets = useDesk((state) => state.project.sets);
  const isBlind = useDesk((state) => blindCount(state) > 0);
  const others = sets.filter((set) => set.analyst.id !== analyst.id);
  return (
    <Menu.Root>
      <Menu.Trigger className="who" aria-label={`Analyst: ${analyst.name}`} title={`Working as ${analyst.name}`}>
        {[...analyst.name][0]?.toUpperCase()}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className="layer">
          <Menu.Popup className="menu">
            <p className="menu-title">
              Working as <bdi>{analyst.name}</bdi>
            </p>
            {others.map((set) => (
              <Menu.Item key={set.analyst.id} onClick={() => void workAs({ analystId: set.analyst.id })}>
                Work as <bdi>{set.analyst.name}</bdi> {!isBlind && <small>{set.marks.length} marks</small>}
              </Menu.Item>
            ))}
            <Menu.Separator />
            <Menu.Item onClick={() => setDesk({ dialog: { kind: "analyst" } })}>New analyst…</Menu.Item>
            <Menu.Item onClick={() => act("project.merge-copy")}>Merge a colleague’s copy…</Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

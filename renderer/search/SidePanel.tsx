import { ClaimRail } from "../claims/ClaimRail.tsx";
import { MarkListPanel } from "../mark-list/MarkListPanel.tsx";
import { SchemePanel } from "../scheme/SchemePanel.tsx";
import { useDesk } from "../session/desk.ts";
import { ElsewherePanel } from "./ElsewherePanel.tsx";
import { SearchPanel } from "./SearchPanel.tsx";
import "./search.css";

/** What stands beside the texts: the claims, or for a while the search, the list of marks, the stance scheme or what was found elsewhere. */
export function SidePanel() {
  const panel = useDesk((state) => state.panel);
  if (panel?.kind === "search") return <SearchPanel />;
  if (panel?.kind === "elsewhere") return <ElsewherePanel key={panel.markId} markId={panel.markId} />;
  if (panel?.kind === "marks") return <MarkListPanel />;
  if (panel?.kind === "scheme") return <SchemePanel />;
  return <ClaimRail />;
}

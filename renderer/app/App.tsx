import { useEffect } from "react";
import { ClaimPicker } from "../claims/ClaimPicker.tsx";
import { CardPopover } from "../marks/CardPopover.tsx";
import { ReadView } from "../reading/ReadView.tsx";
import { ReviewView } from "../review/ReviewView.tsx";
import { saver } from "../session/changes.ts";
import { useDesk } from "../session/desk.ts";
import { followEvents } from "../session/open-session.ts";
import { onHostEvent } from "./actions.ts";
import { Dialogs } from "./Dialogs.tsx";
import { Header } from "./Header.tsx";
import { Notices } from "./Notices.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { onGlobalKey } from "./shortcuts.ts";
import { useAppearance } from "./use-appearance.ts";
import "./app.css";

export function App() {
  const view = useDesk((state) => state.view);
  useAppearance();
  useEffect(() => {
    window.addEventListener("keydown", onGlobalKey);
    window.addEventListener("beforeunload", warnIfUnsaved);
    return () => {
      window.removeEventListener("keydown", onGlobalKey);
      window.removeEventListener("beforeunload", warnIfUnsaved);
    };
  }, []);
  useEffect(() => {
    void followEvents(onHostEvent);
  }, []);
  return (
    <div className="app">
      <Header />
      <Notices />
      <ReadView hidden={view !== "read"} />
      {view === "review" && <ReviewView />}
      <StatusBar />
      <ClaimPicker />
      <CardPopover />
      <Dialogs />
    </div>
  );
}

function warnIfUnsaved(event: BeforeUnloadEvent): void {
  if (saver.pending()) event.preventDefault();
}

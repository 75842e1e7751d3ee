import { ClaimPicker } from "../claims/ClaimPicker.tsx";
import { OtherCard } from "../comparing/OtherCard.tsx";
import { CardPopover } from "../marks/CardPopover.tsx";
import { ReadView } from "../reading/ReadView.tsx";
import { ReviewView } from "../review/ReviewView.tsx";
import { useDesk } from "../session/desk.ts";
import { SpeakerPicker } from "../speakers/SpeakerPicker.tsx";
import { Dialogs } from "./Dialogs.tsx";
import { Header } from "./Header.tsx";
import { Notices } from "./Notices.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { useAppearance } from "./use-appearance.ts";
import "./app.css";

export function App() {
  const view = useDesk((state) => state.view);
  useAppearance();
  return (
    <div className="app">
      <Header />
      <Notices />
      <ReadView hidden={view !== "read"} />
      {view === "review" && <ReviewView />}
      <StatusBar />
      <ClaimPicker />
      <SpeakerPicker />
      <CardPopover />
      <OtherCard />
      <Dialogs />
    </div>
  );
}

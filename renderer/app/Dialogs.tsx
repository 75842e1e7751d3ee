import { AnnotationsDialog } from "../annotation-files/AnnotationsDialog.tsx";
import { ClaimDialog } from "../claims/ClaimDialog.tsx";
import { MergeDialog } from "../claims/MergeDialog.tsx";
import { SplitDialog } from "../claims/SplitDialog.tsx";
import { ExportDialog } from "../exporting/ExportDialog.tsx";
import { ReportDialog } from "../exporting/ReportDialog.tsx";
import { FilesDialog } from "../files/FilesDialog.tsx";
import { MergeCopyDialog } from "../merging/MergeCopyDialog.tsx";
import { Palette } from "../palette/Palette.tsx";
import { useDesk } from "../session/desk.ts";
import { ImportDialog } from "../sources/ImportDialog.tsx";
import { SourcesDialog } from "../sources/SourcesDialog.tsx";
import { SpeakersDialog } from "../speakers/SpeakersDialog.tsx";
import { KeySheet } from "./KeySheet.tsx";
import { AnalystDialog, ProjectDialog } from "./NameDialogs.tsx";
import { TakeOverDialog } from "./TakeOverDialog.tsx";

/** The one window that is open above the rest, if any. */
export function Dialogs() {
  const dialog = useDesk((state) => state.dialog);
  if (!dialog) return null;
  switch (dialog.kind) {
    case "import":
      return <ImportDialog />;
    case "annotations":
      return <AnnotationsDialog />;
    case "merge-copy":
      return <MergeCopyDialog />;
    case "export":
      return <ExportDialog />;
    case "report":
      return <ReportDialog />;
    case "keys":
      return <KeySheet />;
    case "palette":
      return <Palette />;
    case "analyst":
      return <AnalystDialog />;
    case "project":
      return <ProjectDialog />;
    case "files":
      return <FilesDialog />;
    case "speakers":
      return <SpeakersDialog />;
    case "take-over":
      return <TakeOverDialog />;
    case "sources":
      return <SourcesDialog first={dialog.sourceId} />;
    case "claim":
      return <ClaimDialog claimId={dialog.claimId} />;
    case "merge-claims":
      return <MergeDialog claimId={dialog.claimId} />;
    case "split-claim":
      return <SplitDialog claimId={dialog.claimId} />;
    default:
      return dialog satisfies never;
  }
}

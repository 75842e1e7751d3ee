import { Modal } from "../controls/Modal.tsx";
import { ReportList } from "./ReportList.tsx";
import { Versions } from "./Versions.tsx";
import "./files.css";

/** What happened to the project's files, and the other versions of the analyst's set. */
export function FilesDialog() {
  return (
    <Modal title="Project files" size="wide">
      <ReportList />
      <Versions />
    </Modal>
  );
}

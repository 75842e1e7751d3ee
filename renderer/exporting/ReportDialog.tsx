import { useState } from "react";
import type { Input } from "../../annotations/api/contract.ts";
import { REPORT_FORMATS } from "../../annotations/report/formats.ts";
import { Modal } from "../controls/Modal.tsx";
import { useDesk } from "../session/desk.ts";
import { client } from "../session/transport.ts";
import { FormatChoice } from "./FormatChoice.tsx";
import { SavingFoot } from "./SavingFoot.tsx";
import { type Saving, saveFile } from "./saving.ts";

const WORDS = { working: "Writing the report", done: "Written as", failed: "The report could not be written" };

/** Choose a format, and save what the sources say as the analyst at work sees it. */
export function ReportDialog() {
  const analyst = useDesk((state) => state.analyst);
  const dialogs = useDesk((state) => state.host.dialogs);
  const [format, setFormat] = useState(REPORT_FORMATS[0]?.id ?? "");
  const [state, setState] = useState<Saving>({ kind: "choosing" });
  const wish = { format, analystId: analyst.id };
  return (
    <Modal title="Write a report">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setState({ kind: "working" });
          const ways = { save: () => client("report.save", wish), render: () => rendered(wish) };
          void saveFile(ways, dialogs).then(setState);
        }}
      >
        <p>
          Everything in Review as <bdi>{analyst.name}</bdi> has marked it, with the passages behind each claim and how
          it was found.
        </p>
        <FormatChoice formats={REPORT_FORMATS} chosen={format} onChoose={setFormat} />
        <SavingFoot state={state} words={WORDS} />
      </form>
    </Modal>
  );
}

async function rendered(wish: Input<"report.render">) {
  const { text, ...file } = await client("report.render", wish);
  return { ...file, content: text };
}

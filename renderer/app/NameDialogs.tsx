import { type FormEvent, useId, useState } from "react";
import { closeDialog, Modal } from "../controls/Modal.tsx";
import { perform, stamp } from "../session/changes.ts";
import { useDesk } from "../session/desk.ts";
import { workAs } from "../session/work-as.ts";

/** A further analyst, with marks of their own. */
export function AnalystDialog() {
  return (
    <Modal title="New analyst">
      <NameForm
        label="Name"
        hint="Every analyst has marks of their own, in a file of their own. Claims are shared."
        action="Work as this analyst"
        onName={(name) => {
          void workAs({ name });
          return true;
        }}
      />
    </Modal>
  );
}

export function ProjectDialog() {
  const title = useDesk((state) => state.project.file.title);
  const folder = useDesk((state) => state.folder);
  return (
    <Modal title="Project" changes>
      <NameForm
        label="Title"
        value={title}
        hint={`The project is the folder “${folder}”. The folder keeps its name.`}
        action="Rename"
        onName={(name) => perform("renaming the project", { kind: "revise-project", ...stamp(), title: name })}
      />
    </Modal>
  );
}

interface NameProps {
  readonly label: string;
  readonly value?: string;
  readonly hint: string;
  readonly action: string;
  /** Whether the name could be given. */
  onName(name: string): boolean;
}

function NameForm({ label, value = "", hint, action, onName }: NameProps) {
  const id = useId();
  const [name, setName] = useState(value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (onName(name.trim())) closeDialog();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        dir="auto"
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <p className="hint">{hint}</p>
      <div className="modal-actions">
        <button type="button" onClick={closeDialog}>
          Cancel
        </button>
        <button type="submit" className="primary" disabled={name.trim() === ""}>
          {action}
        </button>
      </div>
    </form>
  );
}

import { openSources } from "../../annotations/model/project.ts";
import { SidePanel } from "../search/SidePanel.tsx";
import { setDesk, useDesk } from "../session/desk.ts";
import { isReadOnly } from "../session/selectors.ts";
import { Pane } from "./Pane.tsx";
import "./reading.css";

/** The claim list and the texts side by side. Stays mounted while hidden, so that every text keeps its place. */
export function ReadView({ hidden }: { readonly hidden: boolean }) {
  const project = useDesk((state) => state.project);
  const sources = openSources(project);
  return (
    <main className="read-view" hidden={hidden} aria-label="Read">
      <SidePanel />
      {sources.length === 0 ? (
        <NoSources />
      ) : (
        <section className={`panes ${sources.length > 3 ? "newspaper" : ""}`} aria-label="Articles">
          {sources.map((source) => (
            <Pane key={source.id} sourceId={source.id} />
          ))}
        </section>
      )}
    </main>
  );
}

function NoSources() {
  const removed = useDesk((state) => state.project.sources.length);
  const readOnly = useDesk(isReadOnly);
  return (
    <section className="empty">
      <h2>No articles yet</h2>
      <p>
        Parallax compares what several articles say about the same events. Import the articles as text files, as many as
        you like; they are copied into the project and never changed.
      </p>
      <button
        type="button"
        className="primary"
        disabled={readOnly}
        onClick={() => setDesk({ dialog: { kind: "import" } })}
      >
        Import articles
      </button>
      {removed > 0 && (
        <button type="button" onClick={() => setDesk({ dialog: { kind: "sources", sourceId: null } })}>
          Bring back articles that were taken out
        </button>
      )}
    </section>
  );
}

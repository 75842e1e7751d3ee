import { PaneRow } from "../panes/PaneRow.tsx";
import { SidePanel } from "../search/SidePanel.tsx";
import { setDesk, useDesk } from "../session/desk.ts";
import { isReadOnly, openSourcesOf } from "../session/selectors.ts";
import "./reading.css";

/** The claim list and the texts side by side. Stays mounted while hidden, so that every text keeps its place. */
export function ReadView({ hidden }: { readonly hidden: boolean }) {
  const project = useDesk((state) => state.project.file.id);
  const isEmpty = useDesk((state) => openSourcesOf(state).length === 0);
  const analyst = useDesk((state) => state.analyst.id);
  return (
    <main className="read-view" hidden={hidden} aria-label="Read">
      <SidePanel />
      {isEmpty ? (
        <NoSources />
      ) : (
        // Each analyst has another layout and other places in the texts.
        <PaneRow key={`${project} ${analyst}`} />
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

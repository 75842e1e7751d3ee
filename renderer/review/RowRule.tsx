import { useDesk } from "../session/desk.ts";

/** The rule behind cells and status, in words, where the figures are. */
export function RowRule() {
  const origins = useDesk((state) => state.project.file.settings.corroboratedBy);
  return (
    <div className="rule">
      <p>
        <b>Filled</b>: the article says it itself. <b>Hollow</b>: it only quotes somebody. <b>~</b> hedged. <b>!</b> the
        article contradicts itself. <b>∅</b> read, and not mentioned. <b>n/a</b> cannot apply. <b>·</b> not reviewed
        yet. The small figure beside a sign counts its passages; a sheet at its corner says that something is noted.
      </p>
      <p>
        <b>Contested</b>: at least one source supports and one refutes (± counts as both). <b>Corroborated</b>: at least{" "}
        {origins} independent origins support, at least one in its own voice, and none refutes; articles that quote the
        same speaker, under whatever name, are one origin. <b>Single source</b>: fewer. <b>Only attributed</b>:
        supported by quoted voices alone. <b>Denied</b>: refuted and never supported. <b>Unaddressed</b>: neither.
      </p>
    </div>
  );
}

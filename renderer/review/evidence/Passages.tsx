import { valueWords } from "../../../annotations/figures/value-words.ts";
import type { Analyst } from "../../../annotations/model/analyst.ts";
import { sourceById } from "../../../annotations/model/project.ts";
import { sourceName } from "../../../annotations/model/source.ts";
import type { Speaker } from "../../../annotations/model/speaker.ts";
import { projectName, speakerKey } from "../../../annotations/model/speaker-names.ts";
import type { TaggedMark } from "../../../annotations/review/cell.ts";
import { useDesk } from "../../session/desk.ts";
import { showEvidence, showPlace } from "./cell-place.ts";

interface Props {
  readonly evidence: readonly TaggedMark[];
  /** Whether each passage says from which article it is. */
  readonly withSource?: boolean;
  /** Whose they are, where not the working analyst's: then they can be looked at only. */
  readonly analyst?: Analyst;
}

/** Tagged passages in their context, each with what its tag says; a click brings one into view. */
export function Passages({ evidence: all, withSource = false, analyst }: Props) {
  const activeMark = useDesk((state) => state.activeMark);
  const project = useDesk((state) => state.project);
  return (
    <ul className="passages">
      {all.map((evidence) => (
        <li key={evidence.tag.id}>
          <button
            type="button"
            className={`passage ${evidence.tag.stance}`}
            aria-pressed={evidence.mark.id === activeMark}
            onClick={() => (analyst ? showPlace(evidence.mark) : showEvidence(evidence))}
          >
            {withSource && <b className="passage-source">{sourceName(sourceById(project, evidence.mark.sourceId))}</b>}
            <Quote evidence={evidence} />
            <Facts evidence={evidence} analyst={analyst?.name} />
            {evidence.tag.value && <span className="passage-note">Figure: {valueWords(evidence.tag.value)}</span>}
            {evidence.tag.note !== "" && <span className="passage-note">{evidence.tag.note}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Quote({ evidence: { mark } }: { readonly evidence: TaggedMark }) {
  return (
    <span className="quote" dir="auto">
      {mark.ranges.map((range) => (
        <span key={range.start}>
          …{lastWords(range.prefix)}
          <mark>{range.quote}</mark>
          {firstWords(range.suffix)}…{" "}
        </span>
      ))}
    </span>
  );
}

/** The context before a quote without the word that it begins in the middle of. */
function lastWords(prefix: string): string {
  return prefix.replace(/\s+/g, " ").replace(/^\S* /, "");
}

function firstWords(suffix: string): string {
  return suffix.replace(/\s+/g, " ").replace(/ \S*$/, "");
}

function Facts({ evidence, analyst }: { readonly evidence: TaggedMark; readonly analyst: string | undefined }) {
  const speakers = useDesk((state) => state.project.file.speakers);
  const me = useDesk((state) => state.analyst.name);
  const words = factsOf(evidence, speakerWords(evidence.tag.speaker, speakers));
  return (
    <span className="passage-facts">
      {words} · <bdi>{analyst ?? me}</bdi>
    </span>
  );
}

/** Whom a tag names, and who that is where the project has another name. */
function speakerWords(name: string, speakers: readonly Speaker[] | undefined): string {
  const known = projectName(speakers, name);
  return speakerKey(known) === speakerKey(name) ? name : `${known} (“${name}”)`;
}

function factsOf({ tag }: TaggedMark, speaker: string): string {
  const voice = tag.voice === "own" ? "own voice" : `${tag.voice.replace("-", ", ")}${speaker ? `: ${speaker}` : ""}`;
  const attitude = tag.voice !== "own" && tag.attitude !== "neutral" ? `article ${tag.attitude}` : "";
  return [tag.stance, voice, attitude, tag.certainty, `confidence ${tag.confidence}`].filter(Boolean).join(" · ");
}

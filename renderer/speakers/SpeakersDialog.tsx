import { useRef, useState } from "react";
import type { Step } from "../../annotations/commands/step.ts";
import { sameSpeakerKey } from "../../annotations/model/speaker-names.ts";
import { Modal } from "../controls/Modal.tsx";
import { undo } from "../session/changes.ts";
import { desk, useDesk } from "../session/desk.ts";
import { speakersOf } from "../session/selectors.ts";
import { SpeakerDetails } from "./SpeakerDetails.tsx";
import { SpeakerFinder } from "./SpeakerFinder.tsx";
import "./speakers.css";

/** Everybody whom the articles quote, and under which names: to rename, to merge, and to take apart again. */
export function SpeakersDialog() {
  return (
    <Modal title="Speakers" size="wide" changes>
      <SpeakersBody />
    </Modal>
  );
}

/** What was done last in the window, in words, and the step that takes it back. */
interface Done {
  readonly words: string;
  readonly step: Step | undefined;
}

function SpeakersBody() {
  const speakers = useDesk(speakersOf);
  const entries = useDesk((state) => state.project.file.speakers);
  const [chosen, setChosen] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const details = useRef<HTMLElement>(null);
  // Whoever was chosen stays so under another name.
  const speaker = speakers.find(({ key }) => chosen !== null && key === sameSpeakerKey(entries, chosen));
  const say = (words: string, step?: Step) => {
    setDone({ words, step });
    requestAnimationFrame(() => keepFocus(details.current));
  };
  const choose = (name: string) => {
    setChosen(name);
    setDone(null);
    requestAnimationFrame(() => focusFirst(details.current));
  };
  return (
    <>
      <p className="hint">
        Articles that quote one speaker are one origin, under whatever name. Renaming and merging change no tag: each
        keeps its own words.
      </p>
      <div className="speakers-dialog">
        <SpeakerFinder speakers={speakers} chosen={speaker} onChoose={choose} />
        <section ref={details} className="speaker-details" aria-label={speaker?.name ?? "Speaker"}>
          {speaker ? (
            <SpeakerDetails
              key={chosen}
              speaker={speaker}
              onDone={(words) => say(words, desk().history.done.at(-1))}
              onMerged={setChosen}
            />
          ) : (
            <p className="hint">Choose a speaker to see all names, to rename or to merge.</p>
          )}
        </section>
      </div>
      <News done={done} onUndone={say} />
    </>
  );
}

/** What was done last, and a way back while nothing else was done. */
function News({ done, onUndone }: { readonly done: Done | null; onUndone(words: string): void }) {
  const last = useDesk((state) => state.history.done.at(-1));
  const undoLast = () => {
    undo();
    onUndone(desk().news);
  };
  return (
    <p role="status" className="speaker-news">
      {done?.words}{" "}
      {done?.step && done.step === last && (
        <button type="button" onClick={undoLast}>
          Undo
        </button>
      )}
    </p>
  );
}

/** A control that is gone, or can do nothing now, hands the focus to the first field. */
function keepFocus(details: HTMLElement | null): void {
  const focused = document.activeElement;
  const isUseful = focused?.closest(".modal") && focused.matches("input, select, button:not(:disabled)");
  if (!isUseful) focusFirst(details);
}

function focusFirst(details: HTMLElement | null): void {
  const field = details?.querySelector("input") ?? document.querySelector<HTMLElement>(".speaker-finder input");
  field?.focus();
}

import type { ProjectFile } from "../model/project.ts";
import type { DropSpeaker, PutSpeaker } from "./command.ts";
import { Refusal } from "./refusal.ts";

/** The project's file with the speaker of the command in its list. */
export function withSpeaker(file: ProjectFile, { speaker, index }: PutSpeaker): ProjectFile {
  const { speakers = [] } = file;
  const at = speakers.findIndex(({ id }) => id === speaker.id);
  return { ...file, speakers: at === -1 ? speakers.toSpliced(index, 0, speaker) : speakers.with(at, speaker) };
}

/** The project's file without that speaker; without a list once nobody is in it. Throws a `Refusal` where the speaker is not. */
export function withoutSpeaker(file: ProjectFile, { speakerId }: DropSpeaker): ProjectFile {
  const { speakers = [], ...rest } = file;
  const at = speakers.findIndex(({ id }) => id === speakerId);
  if (at === -1) throw noSpeaker();
  return speakers.length === 1 ? rest : { ...file, speakers: speakers.toSpliced(at, 1) };
}

/** The command that takes one of these back. Throws a `Refusal` when the command does not fit. */
export function invertSpeaker({ speakers = [] }: ProjectFile, command: PutSpeaker | DropSpeaker) {
  const { kind, analyst, at } = command;
  const speakerId = kind === "put-speaker" ? command.speaker.id : command.speakerId;
  const index = speakers.findIndex(({ id }) => id === speakerId);
  const speaker = speakers[index];
  if (speaker) return { kind: "put-speaker", analyst, at, index, speaker } as const;
  if (kind === "drop-speaker") throw noSpeaker();
  return { kind: "drop-speaker", analyst, at, speakerId } as const;
}

function noSpeaker(): Refusal {
  return new Refusal("This speaker is not in the project's list.");
}

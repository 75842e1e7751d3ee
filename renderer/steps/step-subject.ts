import type { Command, SimpleCommand } from "../../annotations/commands/command.ts";
import type { Step } from "../../annotations/commands/step.ts";
import type { ClaimId, SourceId } from "../../annotations/model/id.ts";
import { sourceName } from "../../annotations/model/source.ts";
import type { Desk } from "../session/desk.ts";
import { claimOf, markOf } from "../session/selectors.ts";

type State = Pick<Desk, "project" | "analyst">;
type Single = SimpleCommand | Exclude<Command, { kind: "batch" }>;

/** What a step was done to, in words: the passage, or else the claim, the article or the speaker; empty where that is no one thing. */
export function stepSubject(state: State, { done, inverse }: Step): string {
  const all = [...done, ...inverse].flatMap((command): readonly Single[] =>
    command.kind === "batch" ? command.commands : [command],
  );
  return (
    firstWords(all, (command) => passageOf(state, command)) || firstWords(all, (command) => nameOf(state, command))
  );
}

function firstWords(commands: readonly Single[], wordsOf: (command: Single) => string): string {
  for (const command of commands) {
    const words = wordsOf(command);
    if (words !== "") return words;
  }
  return "";
}

function passageOf(state: State, command: Single): string {
  if ("mark" in command) return quoted(command.mark);
  return "markId" in command ? quoted(markOf(state, command.markId)) : "";
}

function nameOf(state: State, command: Single): string {
  if ("claim" in command) return `${command.claim.label} ${command.claim.text}`;
  if ("claimId" in command) return claimWords(state, command.claimId);
  if (command.kind === "put-cell-note") return claimWords(state, command.note.claimId);
  if ("speaker" in command) return command.speaker.name;
  if ("sourceId" in command) return articleWords(state, command.sourceId);
  return "title" in command ? command.title : "";
}

function articleWords({ project }: State, id: SourceId): string {
  const source = project.sources.find((candidate) => candidate.id === id);
  return source ? sourceName(source) : "";
}

function quoted(mark: { readonly ranges: readonly { readonly quote: string }[] } | undefined): string {
  return mark ? `“${mark.ranges.map(({ quote }) => quote).join(" … ")}”` : "";
}

function claimWords(state: State, id: ClaimId): string {
  const claim = claimOf(state, id);
  return claim ? `${claim.displayLabel} ${claim.text}` : "";
}

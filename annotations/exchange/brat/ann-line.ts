import type { Span } from "./line-pieces.ts";

/** One line of an annotation file. */
export type AnnLine =
  | {
      readonly kind: "text-bound";
      readonly id: string;
      readonly type: string;
      readonly spans: readonly Span[];
      readonly text: string;
    }
  | {
      readonly kind: "event";
      readonly id: string;
      readonly type: string;
      readonly trigger: string;
      readonly hasArguments: boolean;
    }
  | { readonly kind: "attribute"; readonly name: string; readonly target: string; readonly value: string }
  | { readonly kind: "note"; readonly type: string; readonly target: string; readonly text: string }
  | { readonly kind: "unplaced"; readonly what: string }
  | { readonly kind: "fault"; readonly message: string };

const UNPLACED: Readonly<Record<string, string>> = {
  R: "Relations",
  N: "Normalisations",
  "*": "Equivalences",
};

/** What a line of brat standoff says; null where it is empty. */
export function annLineOf(line: string): AnnLine | null {
  if (line.trim() === "") return null;
  const [id = "", data = "", ...rest] = line.split("\t");
  const text = rest.join("\t");
  const words = data.split(" ");
  switch (id[0]) {
    case "T":
      return textBound(id, data, text);
    case "E":
      return event(id, words);
    case "A":
    case "M":
      return attribute(words);
    case "#":
      return words.length === 2 && words[1]
        ? { kind: "note", type: words[0] ?? "", target: words[1], text }
        : { kind: "unplaced", what: "Comments on nothing" };
    default: {
      const what = id === "*" || /^[RN]\d/.test(id) ? UNPLACED[id[0] ?? ""] : undefined;
      return what ? { kind: "unplaced", what } : { kind: "fault", message: "This is no line of brat standoff." };
    }
  }
}

function textBound(id: string, data: string, text: string): AnnLine {
  const [type = "", places] = split(data.trimEnd(), " ");
  const spans = places?.split(";").map(spanOf);
  if (type === "" || !spans?.every((span) => span !== null)) {
    return { kind: "fault", message: "Its place is not “start end” in whole numbers." };
  }
  const isPlace = spans.every(([start, end]) => start < end);
  if (!isPlace) return { kind: "fault", message: "It ends before or where it starts." };
  return { kind: "text-bound", id, type, spans, text };
}

function spanOf(place: string): Span | null {
  const [, start, end] = /^(\d{1,15}) (\d{1,15})$/.exec(place) ?? [];
  return start === undefined || end === undefined ? null : [Number(start), Number(end)];
}

function event(id: string, words: readonly string[]): AnnLine {
  const [type = "", trigger] = split(words[0] ?? "", ":");
  if (type === "" || !trigger) return { kind: "fault", message: "It is an event without a trigger." };
  return { kind: "event", id, type, trigger, hasArguments: words.slice(1).some((word) => word !== "") };
}

function attribute(words: readonly string[]): AnnLine {
  const [name = "", target = "", ...value] = words;
  if (name === "" || target === "") return { kind: "fault", message: "It is an attribute of nothing." };
  return { kind: "attribute", name, target, value: value.join(" ").trim() };
}

/** The parts before and after the first `divider`; the second is undefined where there is none. */
function split(text: string, divider: string): readonly [string, string | undefined] {
  const at = text.indexOf(divider);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

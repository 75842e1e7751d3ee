import { isPersonalName } from "./personal-name.ts";

/** The author or authors that a line such as "By Jane Doe – Fellow" names, or the empty string for any other line. */
export function authorOfByline(line: string): string {
  if (line.length > 200) return "";
  return (
    segments(line)
      .map(authorOfSegment)
      .find((author) => author !== "") ?? ""
  );
}

/** The person whose name is all that a line says ("Jane Doe", "— Jane Doe"), or the empty string. */
export function authorOfSignature(line: string): string {
  const name = line.replace(/^[–—-] ?/, "");
  return isPersonalName(name) && name !== name.toUpperCase() ? name : "";
}

/** The parts of a line such as "By Jane Doe | 3 May 2021 | Analysis". */
export function segments(line: string): readonly string[] {
  return line.split(/ [|·•] /);
}

const LABEL =
  /^(?:(?:written |posted |story |text )?by|authors?|par|von|por|автор|автор статьи|作者|文|بقلم|الكاتب)(?: ?[:：/] ?| )(.+)$/iu;

function authorOfSegment(segment: string): string {
  const rest = LABEL.exec(segment)?.[1] ?? "";
  // What a dash or a date follows with is the author's office, or when the text appeared.
  const named = (rest.split(/ [–—-] | ?\(| on (?=\p{Lu})/u)[0] ?? "").trim();
  if (namesOf(named).length > 0) return namesOf(named).every(isPerson) ? named : "";
  const first = (named.split(",")[0] ?? "").trim();
  return isPerson(first) ? first : "";
}

/** The names in "A", "A and B" or "A, B and C"; none where a comma does not lead to an "and", for an office may follow it. */
function namesOf(list: string): readonly string[] {
  const parts = list.split(/,? (?:and|et|und|y|и|&) /u);
  if (parts.length === 1) return list.includes(",") ? [] : [list];
  return parts.flatMap((part) => part.split(/, ?/));
}

/** Scripts without capitals give no sign of a name but its shortness. */
function isPerson(name: string): boolean {
  return (
    isPersonalName(name) || /^[\p{sc=Arabic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul} ·]{2,40}$/u.test(name)
  );
}

/** A named line of a description; the same name may come several times. */
export type DescriptionField = readonly [name: string, value: string];

/** Fields as lines that people can read, `Voice: own`; further lines of a value begin with a tab. */
export function descriptionOf(fields: readonly DescriptionField[]): string {
  return fields.map(([name, value]) => `${name}: ${value.replaceAll("\n", "\n\t")}`).join("\n");
}

/** The fields of a description that `descriptionOf` made; a line of another form has the empty name. */
export function fieldsOf(description: string): readonly DescriptionField[] {
  const fields: [string, string[]][] = [];
  for (const line of description.split("\n")) {
    const last = fields.at(-1);
    const divider = line.indexOf(": ");
    if (line.startsWith("\t") && last) last[1].push(line.slice(1));
    else if (divider === -1) fields.push(["", [line]]);
    else fields.push([line.slice(0, divider), [line.slice(divider + 2)]]);
  }
  return fields.map(([name, lines]) => [name, lines.join("\n")]);
}

/** The first line of a description of a claim of Parallax, with its wording. */
export const CLAIM_FIELD = "Parallax claim";

/** The first line of a description of a piece of a mark of Parallax: the mark's id, and which piece of how many it is. */
export const MARK_FIELD = "Parallax mark";

/** Begins what is said of a tag; its value is the id, which the coding has too. */
export const TAG_FIELD = "Tag";

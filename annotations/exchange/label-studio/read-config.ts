import { SaxesParser } from "saxes";
import { Refusal } from "../../commands/refusal.ts";
import type { InputFile } from "../input-file.ts";

/** What a labelling interface says of a label. */
interface ConfigLabel {
  readonly hint: string | undefined;
  readonly claimId: string | undefined;
}

/** The parts of a labelling interface that are needed to read what was labelled with it. */
export interface LabellingConfig {
  readonly labels: ReadonlyMap<string, ConfigLabel>;
  /** The field of the tasks' data that a text shows, by the name of the text. */
  readonly fields: ReadonlyMap<string, string>;
}

export const NO_CONFIG: LabellingConfig = { labels: new Map(), fields: new Map() };

const DEEPEST = 64;

/** Reads a labelling interface. Throws a `Refusal` where it is no XML, or has a document type. */
export function configOf(file: InputFile): LabellingConfig {
  const labels = new Map<string, ConfigLabel>();
  const fields = new Map<string, string>();
  const parser = new SaxesParser();
  let depth = 0;
  const refuse = (reason: string) => {
    throw new Refusal(`“${file.path}” cannot be read: ${reason} (line ${parser.line}).`);
  };
  parser.on("error", () => refuse("it is not well-formed XML"));
  parser.on("doctype", () => refuse("it has a document type, which is not read"));
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > DEEPEST) refuse("its elements are nested too deep");
    const { value, hint, claimId, name: own } = attributes;
    if (name === "Label" && value !== undefined) labels.set(value, { hint, claimId });
    else if (own !== undefined && value?.startsWith("$")) fields.set(own, value.slice(1));
  });
  parser.on("closetag", () => {
    depth--;
  });
  parser.write(file.text()).close();
  return { labels, fields };
}

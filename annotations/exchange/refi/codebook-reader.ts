import { CLAIM_COLOURS } from "../../model/claim.ts";
import { STANCES, type Stance } from "../../model/stance.ts";
import { joinedLabel, labelMeaning } from "../reading/label-meaning.ts";
import type { ReadClaim } from "../reading/read-annotations.ts";
import type { ReadBuilder } from "../reading/read-builder.ts";
import { childNamed, childrenNamed, type XmlElement } from "../xml/xml-element.ts";
import { CODE_COLOURS } from "./codebook-writer.ts";
import { CLAIM_FIELD, fieldsOf } from "./description.ts";
import { plainGuid } from "./guid.ts";

/** The key of the label that each code stands for, by the code's GUID. */
export type CodeLabels = ReadonlyMap<string, string>;

/** Adds the codes below an element `Codes` to what is read. */
export function readCodes(builder: ReadBuilder, codes: XmlElement | undefined): CodeLabels {
  const labels = new Map<string, string>();
  const left: { readonly element: XmlElement; readonly parent: ReadClaim | null }[] = [];
  const push = (element: XmlElement | undefined, parent: ReadClaim | null) => {
    for (const child of childrenNamed(element, "Code").toReversed()) left.push({ element: child, parent });
  };
  push(codes, null);
  for (let next = left.pop(); next; next = left.pop()) {
    const { element, parent } = next;
    push(element, readCode(builder, element, parent, labels));
  }
  return labels;
}

/** Adds one code; gives the claim that codes below it are part of. */
function readCode(
  builder: ReadBuilder,
  element: XmlElement,
  parent: ReadClaim | null,
  labels: Map<string, string>,
): ReadClaim | null {
  const guid = plainGuid(element.attributes.get("guid"));
  const name = element.attributes.get("name") ?? "";
  const at = `line ${element.line}`;
  if (guid === "" || name.trim() === "") {
    builder.problem(at, "a code without a GUID or a name");
    return parent;
  }
  if (labels.has(guid)) {
    builder.problem(at, `a second code with the GUID ${guid}`);
    return parent;
  }
  const own = ownClaim(element);
  const stance = own ? null : stanceBelow(name, parent);
  if (parent && stance) {
    labels.set(guid, builder.claimLabel(parent.key, name, stance));
    return parent;
  }
  if (!own && labelMeaning(name).stance) {
    labels.set(guid, builder.label(name));
    return parent;
  }
  const claim = {
    key: guid,
    label: name,
    ...colourOf(element),
    ...(parent && { parent: parent.key }),
    ...described(element, own),
  };
  builder.claim(claim);
  labels.set(guid, builder.claimLabel(guid, name));
  return claim;
}

/** The stance that a code below a claim stands for: its name is the stance alone, or follows the claim's. */
function stanceBelow(name: string, parent: ReadClaim | null): Stance | null {
  if (!parent) return null;
  const joined = STANCES.find((stance) => name === joinedLabel(parent.label, stance));
  if (joined) return joined;
  const { claim, stance } = labelMeaning(name);
  return claim === null || claim === parent.label ? stance : null;
}

function descriptionIn(element: XmlElement): string {
  return childNamed(element, "Description")?.text ?? "";
}

function ownClaim(element: XmlElement): Omit<ReadClaim, "key" | "label"> | null {
  const fields = fieldsOf(descriptionIn(element));
  if (fields[0]?.[0] !== CLAIM_FIELD) return null;
  const value = (name: string) => fields.find((field) => field[0] === name)?.[1];
  const [include, exclude] = [value("Counts"), value("Does not count")];
  return {
    id: plainGuid(element.attributes.get("guid")),
    text: value(CLAIM_FIELD) ?? "",
    note: value("Note") ?? "",
    aliases: fields.flatMap(([name, alias]) => (name === "Alias" ? [alias] : [])),
    ...(include === undefined ? {} : { include }),
    ...(exclude === undefined ? {} : { exclude }),
  };
}

function described(element: XmlElement, own: ReturnType<typeof ownClaim>): Omit<ReadClaim, "key" | "label"> {
  if (own) return own;
  const note = descriptionIn(element).trim();
  return note === "" ? {} : { note };
}

function colourOf(element: XmlElement): Pick<ReadClaim, "colour"> {
  const shown = element.attributes.get("color")?.toLowerCase();
  const colour = CLAIM_COLOURS.find((name) => CODE_COLOURS[name] === shown);
  return colour ? { colour } : {};
}

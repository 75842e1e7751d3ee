import type { XmlElement } from "../../xml/xml-element.ts";

interface ElementRule {
  /** The children in the only order that is allowed: each once at most, `+` at least once, `*` any number, `!` once. */
  readonly children: string;
  /** The attributes that must be there. */
  readonly required?: string;
  readonly optional?: string;
}

const MADE = "creatingUser creationDateTime modifyingUser modifiedDateTime";

/** The order of elements and the attributes of REFI-QDA 1.0 (18 March 2019), as far as texts, codes and their codings need. */
const RULES: Readonly<Record<string, ElementRule>> = {
  Project: {
    children: "Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description NoteRef*",
    required: "name",
    optional: `origin basePath creatingUserGUID creationDateTime modifyingUserGUID modifiedDateTime`,
  },
  Users: { children: "User+" },
  User: { children: "", required: "guid", optional: "name id" },
  CodeBook: { children: "Codes! Sets", optional: "origin" },
  Codes: { children: "Code+" },
  Code: { children: "Description NoteRef* Code*", required: "guid name isCodable", optional: "color" },
  Variables: { children: "Variable+" },
  Variable: { children: "Description", required: "guid name typeOfVariable" },
  Sources: { children: "TextSource+" },
  TextSource: {
    children: "Description PlainTextContent PlainTextSelection* Coding* NoteRef* VariableValue*",
    required: "guid",
    optional: `name richTextPath plainTextPath ${MADE}`,
  },
  PlainTextSelection: {
    children: "Description Coding* NoteRef*",
    required: "guid startPosition endPosition",
    optional: `name ${MADE}`,
  },
  Coding: { children: "CodeRef! NoteRef*", required: "guid", optional: "creatingUser creationDateTime" },
  CodeRef: { children: "", required: "targetGUID" },
  NoteRef: { children: "", required: "targetGUID" },
  VariableValue: { children: "VariableRef! TextValue" },
  VariableRef: { children: "", required: "targetGUID" },
  TextValue: { children: "" },
  Notes: { children: "Note+" },
  Note: {
    children: "Description PlainTextContent PlainTextSelection* Coding* NoteRef* VariableValue*",
    required: "guid",
    optional: `name richTextPath plainTextPath ${MADE}`,
  },
  Description: { children: "" },
  PlainTextContent: { children: "" },
};

const FORMS: Readonly<Record<string, RegExp>> = {
  guid: /^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$/,
  color: /^#[0-9a-fA-F]{6}$/,
  isCodable: /^(true|false)$/,
  startPosition: /^\d+$/,
  endPosition: /^\d+$/,
  creationDateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
  typeOfVariable: /^(Text|Boolean|Integer|Float|Date|DateTime)$/,
};

/** What of an element and all below it is not as REFI-QDA has it; also GUIDs that two elements of one name have. */
export function refiFaults(root: XmlElement): readonly string[] {
  const faults: string[] = [];
  const guids = new Set<string>();
  for (const left = [root]; ; ) {
    const element = left.pop();
    if (!element) return faults;
    faults.push(...elementFaults(element));
    const guid = element.attributes.get("guid");
    const known = `${element.name} ${guid}`;
    if (guid !== undefined && guids.has(known)) faults.push(`two elements <${element.name}> have the GUID ${guid}`);
    guids.add(known);
    left.push(...element.children);
  }
}

function elementFaults({ name, attributes, children, line }: XmlElement): readonly string[] {
  const rule = RULES[name];
  if (!rule) return [`line ${line}: <${name}> is not known`];
  const required = words(rule.required);
  const known = new Set([...required, ...words(rule.optional)]);
  return [
    ...required.filter((one) => !attributes.has(one)).map((one) => `line ${line}: <${name}> lacks ${one}`),
    ...[...attributes].flatMap(([key, value]) =>
      (key !== "xmlns" && !known.has(key)) || FORMS[key]?.test(value) === false
        ? [`line ${line}: <${name} ${key}="${value}">`]
        : [],
    ),
    ...(orderOf(rule).test(children.map((child) => `${child.name} `).join(""))
      ? []
      : [`line ${line}: the elements in <${name}>: ${children.map((child) => child.name).join(" ")}`]),
  ];
}

function words(list = ""): readonly string[] {
  return list.split(" ").filter((word) => word !== "");
}

function orderOf({ children }: ElementRule): RegExp {
  const parts = words(children).map((word) => {
    const [, name = "", count = ""] = /^(\w+)([+*!]?)$/.exec(word) ?? [];
    return `(?:${name} )${count === "!" ? "" : count || "?"}`;
  });
  return new RegExp(`^${parts.join("")}$`);
}

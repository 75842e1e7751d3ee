import type { Source } from "../../model/source.ts";
import { XmlWriter } from "../xml/xml-writer.ts";
import { type FeatureStructure, SOFA_ID, VIEW } from "./article-cas.ts";
import { type CasType, TYPE_SYSTEM } from "./type-system.ts";

/** The prefixes that UIMA gives to the namespaces of the types' packages. */
const NAMESPACES: readonly (readonly [prefix: string, namespace: string])[] = [
  ["cas", "uima.cas"],
  ...new Map(TYPE_SYSTEM.map((type) => [prefixOf(type), packageOf(type)])),
];

/** An article as UIMA XMI CAS. */
export function casXmi({ text }: Source, structures: Iterable<FeatureStructure>): XmlWriter {
  const xml = new XmlWriter();
  const namespaces = NAMESPACES.map(([prefix, name]) => [
    `xmlns:${prefix}`,
    `http:///${name.replaceAll(".", "/")}.ecore`,
  ]);
  xml.open("xmi:XMI", {
    "xmlns:xmi": "http://www.omg.org/XMI",
    ...Object.fromEntries(namespaces),
    "xmi:version": "2.0",
  });
  xml.leaf("cas:NULL", { "xmi:id": "0" });
  const members: number[] = [];
  for (const { id, type, features } of structures) {
    members.push(id);
    const said = Object.fromEntries(Object.entries(features).map(([name, value]) => [name, String(value)]));
    xml.leaf(`${prefixOf(type)}:${shortName(type)}`, { "xmi:id": String(id), sofa: String(SOFA_ID), ...said });
  }
  const sofa = { sofaNum: "1", sofaID: VIEW, mimeType: "text", sofaString: text };
  xml.leaf("cas:Sofa", { "xmi:id": String(SOFA_ID), ...sofa });
  xml.leaf("cas:View", { sofa: String(SOFA_ID), members: members.join(" ") });
  xml.close();
  return xml;
}

/** The type system as a UIMA type system description, which INCEpTION imports as layers. */
export function typeSystemXml(): readonly string[] {
  const xml = new XmlWriter();
  xml.open("typeSystemDescription", { xmlns: "http://uima.apache.org/resourceSpecifier" });
  xml.open("types");
  for (const type of TYPE_SYSTEM) writeType(xml, type);
  xml.close();
  xml.close();
  return xml.content();
}

function writeType(xml: XmlWriter, { name, description, superType, features }: CasType): void {
  xml.open("typeDescription");
  xml.leaf("name", {}, name);
  xml.leaf("description", {}, description);
  xml.leaf("supertypeName", {}, superType);
  xml.open("features");
  for (const [feature, range] of features) {
    xml.open("featureDescription");
    xml.leaf("name", {}, feature);
    xml.leaf("description");
    xml.leaf("rangeTypeName", {}, range);
    xml.close();
  }
  xml.close();
  xml.close();
}

function packageOf({ name }: CasType): string {
  return name.slice(0, name.lastIndexOf("."));
}

/** The last part of the package: `custom` of `webanno.custom`. */
function prefixOf(type: CasType): string {
  return packageOf(type).split(".").at(-1) ?? "";
}

function shortName({ name }: CasType): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

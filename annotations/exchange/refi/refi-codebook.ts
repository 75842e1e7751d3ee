import { Refusal } from "../../commands/refusal.ts";
import { claimList } from "../../model/claim-list.ts";
import type { ExportRequest, FormatReader, ReadableFormat, WritableFormat, WrittenExport } from "../format.ts";
import type { InputFile } from "../input-file.ts";
import { ReadBuilder } from "../reading/read-builder.ts";
import { replacedCharacters } from "../xml/replaced-characters.ts";
import { childNamed, parseXml } from "../xml/xml-element.ts";
import { XmlWriter } from "../xml/xml-writer.ts";
import { readCodes } from "./codebook-reader.ts";
import { writeCodes } from "./codebook-writer.ts";

const NAMESPACE = "urn:QDA-XML:codebook:1.0";

/** The published format demands one code at least. */
const NO_CLAIMS = "A codebook holds claims, and there are none to write.";

/** A codebook of REFI-QDA 1.0 (www.qdasoftware.org): the claims alone, as codes with a code below for each stance. */
export const refiCodebook: WritableFormat & ReadableFormat = {
  id: "refi-codebook",
  name: "REFI-QDA codebook (QDC)",
  description: "The claims without any marks, as codes for NVivo, ATLAS.ti, MAXQDA, QualCoder and other programs.",
  shape: "file",
  extension: "qdc",
  mediaType: "application/xml",
  carries: new Set(["claim-texts", "claim-details"] as const),
  hindrance: ({ project }) => (claimList(project).length === 0 ? NO_CLAIMS : null),
  write,
  reader: reader(),
};

function write({ project }: ExportRequest): WrittenExport {
  const xml = new XmlWriter();
  xml.open("CodeBook", { xmlns: NAMESPACE, origin: "Parallax" });
  const raised = writeCodes(xml, claimList(project));
  xml.close();
  return { files: [{ path: "", content: xml.content() }], losses: [...raised, ...replacedCharacters(xml)] };
}

function reader(): FormatReader {
  return {
    recognises: (files) => codebookFile(files) !== undefined,
    read: (files) => {
      const file = codebookFile(files) ?? files[0];
      if (!file) throw new Refusal("A REFI-QDA codebook is a file “.qdc”, which is not here.");
      const root = parseXml(file);
      if (root.name !== "CodeBook")
        throw new Refusal(`“${file.path}” cannot be read: line ${root.line}: it is no REFI-QDA codebook.`);
      const builder = new ReadBuilder();
      readCodes(builder, childNamed(root, "Codes"));
      const sets = childNamed(root, "Sets");
      if (sets) builder.problem(`line ${sets.line}`, `sets of codes are not read (${sets.children.length})`);
      return builder.result();
    },
  };
}

function codebookFile(files: readonly InputFile[]): InputFile | undefined {
  return files.find(
    (file) => file.path.toLowerCase().endsWith(".qdc") || file.beginning(2_000).includes("urn:QDA-XML:codebook:"),
  );
}

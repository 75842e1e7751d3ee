import { Refusal } from "../../commands/refusal.ts";
import type { FormatReader } from "../format.ts";
import { AnnotationReading } from "./annotation-reading.ts";
import { documentsOf } from "./documents.ts";

/** Reads any file of the Web Annotation model: an annotation, a page, a collection, or a list of these. */
export const webAnnotationReader: FormatReader = {
  recognises: (files) => files.length > 0 && files.every((file) => BEGINNING.test(file.beginning(4_000))),
  read: (files) => {
    if (files.length === 0) throw new Refusal("Choose a file with annotations.");
    const reading = new AnnotationReading();
    for (const file of files) {
      const documents = documentsOf(file);
      const place = files.length > 1 ? `${file.path} ` : "";
      for (const article of documents.articles) reading.article(article);
      for (const claim of documents.claims) reading.claim(claim);
      for (const item of documents.items) reading.item({ ...item, at: place + item.at });
      for (const { at, message } of documents.problems) reading.problem(place + at, message);
    }
    return reading.result();
  },
};

const BEGINNING = /^\s*[{[][\s\S]*http:\/\/www\.w3\.org\/ns\/anno\.jsonld/u;

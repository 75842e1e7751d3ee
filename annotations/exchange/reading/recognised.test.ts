import { expect, it } from "vitest";
import { Refusal } from "../../commands/refusal.ts";
import { READ_FORMATS } from "../formats.ts";
import { textFile } from "../input-file.ts";
import { isEmpty } from "./read-annotations.ts";
import { recognised } from "./recognised.ts";

const read = (name: string, content: string, format?: string) =>
  recognised(READ_FORMATS, [textFile(name, content)], format);

it("reads a file without annotations as one", () => {
  const { format, read: found } = read("a.qdc", '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>');
  expect([format.id, isEmpty(found), found.problems]).toEqual(["refi-codebook", true, []]);
});

it("refuses one of which nothing was understood, and says what first", () => {
  const words = '{"%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": "a.Token", "begin": 0, "end": 2}]}';
  expect(() => read("a.json", words)).toThrow(
    new Refusal(
      "No annotations were found when reading this as UIMA CAS JSON. The first thing not understood: /%FEATURE_STRUCTURES/0: Annotations “Token” have no place here and are left out: 1, the first is this.",
    ),
  );
});

it("refuses what looks like no format, and what is not of the one that is named", () => {
  expect(() => read("a.txt", "hello")).toThrow(/^“a\.txt” does not look like any format that Parallax reads: /);
  expect(() => read("a.txt", "hello", "xml")).toThrow(/^“a\.txt” does not look like any format/);
  expect(() => read("a.txt", "hello", "json")).toThrow(/^“a\.txt” cannot be read: it is not valid JSON/);
});

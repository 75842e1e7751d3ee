import { expect, it } from "vitest";
import { article } from "../testing/article.ts";
import { SourceReader } from "./read-source.ts";

const { source } = article("The bridge is closed.\nSubscribe to our letter.");

it("reads a text once, however often the source around it changes", () => {
  const reader = new SourceReader();
  const read = reader.read(source);
  const retitled = { ...source, title: "Another title" };
  expect(reader.read(retitled)).toEqual({ ...read, source: retitled });
  expect(reader.read(retitled).wording).toBe(read.wording);
  expect(reader.read(retitled).fingerprints).toBe(read.fingerprints);
});

it("reads again what has another text or other boilerplate, and what it was told to forget", () => {
  const reader = new SourceReader();
  const read = reader.read(source);
  const hidden = { ...source, blocks: source.blocks.map((block, i) => ({ ...block, boilerplate: i === 1 })) };
  expect(reader.read(hidden).wording.words).toHaveLength(4);
  // The very same hash, which a damaged file may claim.
  expect(reader.read({ ...source, text: "A ferry was closed.\nUnsubscribe from our letter." }).wording).not.toBe(
    read.wording,
  );
  const again = reader.read(source);
  reader.keep([again]);
  expect(reader.read(source).wording).toBe(again.wording);
  reader.keep([]);
  expect(reader.read(source).wording).not.toBe(again.wording);
});

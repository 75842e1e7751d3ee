import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../../annotations/commands/refusal.ts";
import { zipArchive } from "../zip-archive.ts";
import { archiveFiles, isArchive } from "./archive.ts";
import { ARCHIVE_LIMITS, MOST_FILES } from "./limits.ts";

const archive = (entries: Readonly<Record<string, string>>) =>
  zipArchive(Object.entries(entries).map(([path, text]) => ({ path, content: [text] })));

/** The bytes with one text in the place of another of the same length, wherever it stands. */
function patched(bytes: Uint8Array, from: string, to: string): Buffer {
  return Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(from, to), "latin1");
}

const LOCAL = "PK\u0003\u0004";
const CENTRAL = "PK\u0001\u0002";

/** The bytes with a number in the header of every entry: two or four bytes at an offset from its signature. */
function withField(bytes: Uint8Array, signature: string, offset: number, value: number, size: 2 | 4 = 2): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(signature, 0, "latin1"); at !== -1; at = copy.indexOf(signature, at + 1, "latin1")) {
    if (size === 2) copy.writeUInt16LE(value, at + offset);
    else copy.writeUInt32LE(value, at + offset);
  }
  return copy;
}

const refused = (bytes: Uint8Array) => expect(archiveFiles("set.qdpx", bytes)).rejects;

describe("an archive", () => {
  it("is known by its beginning and gives its files", async () => {
    const bytes = await archive({ "project.qde": "<Project/>", "sources/a.txt": "\uFEFFé 🛶", "empty.txt": "" });
    expect(isArchive(bytes)).toBe(true);
    expect(isArchive(Buffer.from("PK, a text"))).toBe(false);
    const files = await archiveFiles("set.qdpx", bytes);
    expect(files.map((file) => [file.path, file.size, file.text()])).toEqual([
      ["project.qde", 10, "<Project/>"],
      ["sources/a.txt", 10, "é 🛶"],
      ["empty.txt", 0, ""],
    ]);
  });

  it.each(["../out.txt", "a/../../b.c", "/etc/abcde", "C:/a/b.txt", "a\\..\\b.txt"])(
    "with an entry %j is refused",
    async (name) => {
      const bytes = await archive({ ["x".repeat(name.length)]: "text" });
      const error = await archiveFiles("set.qdpx", patched(bytes, "x".repeat(name.length), name)).catch(
        (fault: unknown) => fault,
      );
      expect(error).toBeInstanceOf(Refusal);
      expect(String(error)).toMatch(/leads out of it|is damaged/);
    },
  );

  it("with the same name twice is refused, also in other letters", async () => {
    const bytes = await archive({ "aaa.txt": "1", "bbb.txt": "2" });
    await refused(patched(bytes, "bbb.txt", "AAA.txt")).toThrow("it holds “AAA.txt” twice");
  });

  it("that is encrypted is refused", async () => {
    const bytes = await archive({ "a.txt": "text" });
    await refused(withField(withField(bytes, LOCAL, 6, 1), CENTRAL, 8, 1)).toThrow("“a.txt” is encrypted");
  });

  it("with a link is refused", async () => {
    const bytes = withField(await archive({ "a.txt": "/etc/passwd" }), CENTRAL, 38, 0o120777 * 0x10000, 4);
    await refused(bytes).toThrow("“a.txt” is a link");
  });

  it("that says less than it unpacks to is refused", async () => {
    const bytes = withField(await archive({ "a.txt": "text ".repeat(1_000) }), CENTRAL, 24, 10, 4);
    await refused(bytes).toThrow("“a.txt” is damaged");
  });

  it("that says to hold more than the limit is refused before it is unpacked", async () => {
    const bytes = withField(await archive({ "a.txt": "text" }), CENTRAL, 24, ARCHIVE_LIMITS.entry + 1, 4);
    await refused(bytes).toThrow("“a.txt” is too large when unpacked");
  });

  it("may hold a REFI-QDA project larger than other entries, up to the limit of all", async () => {
    const lines = Array.from(
      { length: 1_200_000 },
      (_, i) => `<PlainTextSelection name="a stretch" guid="${(i * 2_654_435_761) % 2 ** 32}"/>\n`,
    );
    const bytes = await archive({ "project.qde": lines.join("") });
    const [file] = await archiveFiles("set.qdpx", bytes);
    expect(file?.size).toBeGreaterThan(ARCHIVE_LIMITS.entry);
    expect([...(file?.parts() ?? [])].join("")).toBe(lines.join(""));
    const larger = withField(await archive({ "project.qde": "text" }), CENTRAL, 24, ARCHIVE_LIMITS.all + 1, 4);
    await refused(larger).toThrow("“project.qde” is too large when unpacked");
  });

  it("that unpacks to far more than it takes is refused at once", async () => {
    const bomb = await archive({ "a.txt": " ".repeat(30 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(deflateRawSync(Buffer.alloc(30 * 1024 * 1024)).length * 2);
    const began = performance.now();
    await refused(bomb).toThrow("“a.txt” is too large when unpacked");
    expect(performance.now() - began).toBeLessThan(200);
  });

  it("in an archive stays an archive", async () => {
    const inner = Buffer.from(await archive({ "a.txt": "text" })).toString("latin1");
    const [file] = await archiveFiles("set.qdpx", await archive({ "inner.zip": inner }));
    expect(file?.path).toBe("inner.zip");
    expect(() => file?.text()).toThrow("“inner.zip” is not a text file: byte 6 is NUL.");
  });

  it("of too many files is refused", async () => {
    const names = Array.from({ length: MOST_FILES + 1 }, (_, i) => [`${i}.txt`, ""]);
    await refused(await archive(Object.fromEntries(names))).toThrow("it holds 1001 files, more than 1000");
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ["cut off", (bytes) => bytes.subarray(0, bytes.length - 30)],
    ["of nothing but its beginning", (bytes) => bytes.subarray(0, 4)],
    ["with a broken checksum", (bytes) => withField(bytes, CENTRAL, 16, 7, 4)],
    [
      "with a broken stream",
      (bytes) => Buffer.concat([bytes.subarray(0, 36), Buffer.from([7, 7, 7]), bytes.subarray(39)]),
    ],
    ["packed in a way that nobody knows", (bytes) => withField(bytes, CENTRAL, 10, 99)],
  ])("%s is refused or read as far as its checks tell", async (_, damage) => {
    const bytes = damage(Buffer.from(await archive({ "a.txt": "text ".repeat(100) })));
    const read = await archiveFiles("set.qdpx", bytes).catch((fault: unknown) => fault);
    if (Array.isArray(read)) expect(read.map((file) => file.text())).toEqual(["text ".repeat(100)]);
    else expect(read).toBeInstanceOf(Refusal);
  });
});

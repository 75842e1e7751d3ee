import { expect, it } from "vitest";
import { decodeText } from "./text-decoder.ts";

function utf16(text: string, endian: "little" | "big"): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return endian === "little" ? bytes : bytes.swap16();
}

it.each([
  ["UTF-8", Buffer.from("é 🌉\n")],
  ["UTF-8 with a byte order mark", Buffer.from("\uFEFFé 🌉\n")],
  ["CRLF", Buffer.from("é 🌉\r\n")],
  ["CR", Buffer.from("é 🌉\r")],
  ["UTF-16 little endian", utf16("é 🌉\r\n", "little")],
  ["UTF-16 big endian", utf16("é 🌉\r\n", "big")],
])("gives the canonical text of %s", (_, bytes) => {
  const before = Buffer.from(bytes);
  expect(decodeText(bytes)).toEqual({ ok: true, text: "é 🌉\n" });
  expect(bytes).toEqual(before);
});

it("drops one byte order mark and keeps what else the text begins with", () => {
  expect(decodeText(Buffer.from("\uFEFF\uFEFFa"))).toEqual({ ok: true, text: "\uFEFFa" });
});

it("changes no other line end and no other character", () => {
  const text = "a\u0085b\u2028c\u202Ed\tn\u0301\u0007";
  expect(decodeText(Buffer.from(text))).toEqual({ ok: true, text });
});

it.each([
  [
    Buffer.from("one\ntwo \xe9\n", "latin1"),
    "is not UTF-8 text: byte 9, in line 2, does not belong there. Save it as UTF-8 and try again.",
  ],
  [
    Buffer.from([0x61, 0xf0, 0x9f, 0x8c]),
    "is not UTF-8 text: byte 2, in line 1, does not belong there. Save it as UTF-8 and try again.",
  ],
  [
    Buffer.from([0xed, 0xa0, 0x80]),
    "is not UTF-8 text: byte 1, in line 1, does not belong there. Save it as UTF-8 and try again.",
  ],
  [
    Buffer.concat([Buffer.from("\uFFFD"), Buffer.from([0xff])]),
    "is not UTF-8 text: byte 4, in line 1, does not belong there. Save it as UTF-8 and try again.",
  ],
  [Buffer.from("a\0b"), "is not a text file: byte 2 is NUL."],
  [Buffer.from("wide", "utf16le"), "is not a text file: byte 2 is NUL."],
  [utf16("a\0b", "little"), "is not a text file: it holds NUL characters."],
  [Buffer.concat([utf16("ab", "big"), Buffer.from("c")]), "is not whole UTF-16 text: its last character is cut off."],
  [utf16("a\ud83cb", "little"), "is not UTF-16 text, though it begins like one. Save it as UTF-8 and try again."],
])("refuses %j", (bytes, reason) => {
  expect(decodeText(bytes)).toEqual({ ok: false, reason });
});

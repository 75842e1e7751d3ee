import { describe, expect, it } from "vitest";
import { Refusal } from "../../commands/refusal.ts";
import { textFile } from "../input-file.ts";
import { parseXml } from "./xml-element.ts";
import { XmlWriter } from "./xml-writer.ts";

describe("XmlWriter", () => {
  it("escapes what is markup and counts what XML cannot hold", () => {
    const xml = new XmlWriter();
    xml.open("a", { b: 'x"\n<\u0001', c: undefined });
    xml.leaf("d", {}, "]]>\r\n & \ud800 🛶");
    xml.leaf("e");
    xml.close();
    expect(xml.content().join("")).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<a b="x&quot;&#10;&lt;\ufffd">\n  <d>]]&gt;&#13;\n &amp; \ufffd 🛶</d>\n  <e/>\n</a>\n',
    );
    expect(xml.replaced).toBe(2);
    const root = parseXml(textFile("x", xml.content().join("")));
    expect([root.attributes.get("b"), root.children[0]?.text]).toEqual(['x"\n<\ufffd', "]]>\r\n & \ufffd 🛶"]);
  });
});

describe("parseXml", () => {
  it("gives elements without prefixes, with their lines", () => {
    const root = parseXml(textFile("x", '<q:a xmlns:q="urn:q" q:b="1">\n<q:c><![CDATA[<]]>&#x41;</q:c></q:a>'));
    expect(root).toMatchObject({ name: "a", line: 1, children: [{ name: "c", text: "<A", line: 2 }] });
    expect([...root.attributes]).toEqual([["b", "1"]]);
  });

  it("is the same however the text is divided", () => {
    const text = '<?xml version="1.0"?>\n<a b="&lt;🛶">\n<c><![CDATA[x]]>&amp;y</c><d/></a>\n';
    const whole = parseXml(textFile("x", text));
    for (let at = 1; at < text.length; at++) {
      const parts = () => [text.slice(0, at), text.slice(at)];
      expect(parseXml({ path: "x", parts })).toEqual(whole);
    }
  });

  it.each([
    ["nothing", ""],
    ["a document type", '<!DOCTYPE a [<!ENTITY b "c">]><a/>'],
    ["an entity that nobody declared", "<a>&b;</a>"],
    ["an attribute twice", '<a b="1" b="2"/>'],
    ["an attribute twice by way of its namespace", '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>'],
    ["a prefix that nobody declared", "<p:a/>"],
    ["two roots", "<a/><b/>"],
    ["a tag that is not closed", "<a><b></a>"],
    ["a character that XML does not have", "<a>&#0;</a>"],
    ["100,000 levels", "<a>".repeat(100_000)],
    ["a later version with other characters", '<?xml version="1.1"?><a>&#1;</a>'],
  ])("refuses %s in a sentence with the line", (_, text) => {
    expect(() => parseXml(textFile("x.xml", text))).toThrow(Refusal);
    expect(() => parseXml(textFile("x.xml", text))).toThrow(/^“x.xml” cannot be read: line \d+: .*\.$/);
  });

  it("keeps a name like __proto__ as a name", () => {
    const root = parseXml(textFile("x", '<a __proto__="1"><constructor/></a>'));
    expect([[...root.attributes], root.children[0]?.name]).toEqual([[["__proto__", "1"]], "constructor"]);
  });
});

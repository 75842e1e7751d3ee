import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { speaker } from "../testing/project.ts";
import { distinctNames, projectName, sameSpeakerKey, speakerKey, speakerNamed } from "./speaker-names.ts";

const ministry = speaker(1, "Ministry of Defence", "the ministry", "MoD");
const omar = speaker(2, "Omar Jatta", "the minister", "MoD");

describe("projectName", () => {
  it.each([
    ["a name", "Omar Jatta", "Omar Jatta"],
    ["an alias", "the ministry", "Ministry of Defence"],
    ["another case, other blanks, another normal form", " THE  ministry ", "Ministry of Defence"],
    ["an alias of two, as the first one's", "MoD", "Ministry of Defence"],
    ["what nobody is called, without the blanks around it", " Aïda ", "Aïda"],
  ])("reads %s", (_, name, expected) => {
    expect(projectName([ministry, omar], name)).toBe(expected);
  });

  it("has no names where there is no list", () => {
    expect(projectName(undefined, "MoD")).toBe("MoD");
  });

  it("puts a name before an alias", () => {
    expect(speakerNamed([speaker(1, "A", "B"), speaker(2, "B", "C")], "b")?.name).toBe("B");
  });

  it("takes two speakers of one name for one, the first", () => {
    const twins = [speaker(1, "Ministry", "one"), speaker(2, "MINISTRY", "two")];
    expect(["ministry", "one", "two"].map((name) => projectName(twins, name))).toEqual(Array(3).fill("Ministry"));
  });

  const names = fc.constantFrom("A", "a", "b", " B", "C", "D", "É", "e\u0301", "İ", "ß");
  const speakers = fc.array(
    fc
      .tuple(fc.nat(9), names, fc.array(names, { maxLength: 3 }))
      .map(([n, name, aliases]) => speaker(n, name.trim(), ...aliases)),
    { maxLength: 6 },
  );

  it("gives a name whose name is itself, whatever the list", () => {
    fc.assert(
      fc.property(speakers, fc.oneof(names, fc.string({ unit: "grapheme" })), (list, name) => {
        const once = projectName(list, name);
        expect(projectName(list, once)).toBe(once);
        expect(sameSpeakerKey(list, once)).toBe(sameSpeakerKey(list, name));
      }),
    );
  });

  it("does not tell apart what has the same key", () => {
    fc.assert(
      fc.property(speakers, names, (list, name) => {
        const variants = [name.toUpperCase(), ` ${name}`, name.normalize("NFD")];
        const same = variants.filter((variant) => speakerKey(variant) === speakerKey(name));
        const keys = new Set(same.map((variant) => sameSpeakerKey(list, variant)));
        expect(keys).toEqual(same.length === 0 ? new Set() : new Set([sameSpeakerKey(list, name)]));
      }),
    );
  });
});

describe("distinctNames", () => {
  it("keeps the first of each name, and none that is the same as the exception", () => {
    expect(distinctNames(["the ministry", "MoD", "mod ", "Ministry"], "ministry")).toEqual(["the ministry", "MoD"]);
  });
});

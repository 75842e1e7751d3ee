import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { sealedJson, sealFits } from "./seal.ts";

const VALUE = { title: "Ein Satz mit 🌉", marks: [{ id: 1 }, { id: 2 }] };

function sealed(value: Readonly<Record<string, unknown>> = VALUE): Buffer {
  return Buffer.concat([...sealedJson(value)]);
}

it("is JSON of the value with the digest that sha256sum gives for the lines above it", async () => {
  const file = join(await temporaryFolder(), "sealed.json");
  await writeFile(file, sealed());
  const { sha256, ...value } = JSON.parse(sealed().toString());
  expect(value).toEqual(VALUE);
  expect(execFileSync("sh", ["-c", 'head -n -2 "$0" | sha256sum', file], { encoding: "utf8" })).toBe(`${sha256}  -\n`);
});

it("fits what was written, and nothing that was changed", async () => {
  expect(await sealFits(sealed())).toBe(true);
  const changed = sealed();
  changed[20] = (changed[20] ?? 0) ^ 1;
  expect(await sealFits(changed)).toBe(false);
  expect(await sealFits(Buffer.from(sealed().toString().replaceAll("\n", "\r\n")))).toBe(null);
  expect(await sealFits(Buffer.from(JSON.stringify(VALUE)))).toBe(null);
  expect(await sealFits(Buffer.alloc(0))).toBe(null);
});

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";

const NEWER = JSON.stringify({ schemaVersion: 99, title: "From the future" });

const CASES = [
  { what: "a folder without project.json", content: null, says: /project\.json/ },
  { what: "a project with broken JSON", content: '{ "title": ', says: /project\.json.*JSON/s },
  { what: "a project from a newer version", content: NEWER, says: /newer version/ },
] as const;

for (const { what, content, says } of CASES) {
  test(`refuses ${what} with a clear sentence and leaves it as it was`, async ({ refuse }) => {
    let file = "";
    const { code, message } = await refuse({
      args: ["project"],
      prepare: async (folder) => {
        await mkdir(join(folder, "project"));
        file = join(folder, "project", "project.json");
        if (content !== null) await writeFile(file, content);
        else await writeFile(join(folder, "project", "notes.md"), "not a project");
      },
    });
    expect(code).toBe(1);
    expect(message).toMatch(says);
  });
}

test("refuses a file that does not exist", async ({ refuse }) => {
  const { code, message } = await refuse({ args: ["nowhere.txt"] });
  expect(code).toBe(1);
  expect(message).toMatch(/nowhere\.txt/);
});

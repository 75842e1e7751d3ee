import { execFileSync } from "node:child_process";
import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { REPOSITORY } from "../main/launch/repository.mjs";
import { mark, markOver, saved } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

const PASSAGES = [
  "shed one",
  "foreign partner",
  "after another",
  "plain to see",
  "were losing",
  "brought in",
  "the good",
];
const PASSAGE = "In the middle months of 2022";
const SAMPLE = join(REPOSITORY, "annotations", "sample");

/** Puts a disk of two megabytes in the place of a folder. False where the system does not let this account do that. */
function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "none", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test("says what a full disk keeps from being saved, and saves it when there is room", async ({ open, shot, axe }) => {
  let disk = "";
  try {
    const app = await open({
      args: ["."],
      prepare: async (folder) => {
        const mounted = mountSmallDisk(folder);
        test.skip(!mounted, "this account may not mount a small disk here");
        disk = folder;
        await cp(SAMPLE, folder, { recursive: true });
      },
    });
    const { page } = app;
    await writeFile(join(disk, "filler"), Buffer.alloc(2 * 1024 * 1024)).catch(() => undefined);
    // The file's last page has still room for some.
    for (const passage of [...PASSAGES, PASSAGE]) await mark(page, 0, passage, "2", "C5");
    const unsaved = page.getByText("the disk is full", { exact: false });
    await expect(page.locator(".saving-state")).toHaveText("Not saved");
    await expect(unsaved.first()).toBeVisible();
    await expect(page.getByRole("alert").filter({ hasText: "Not saved" })).toContainText("Make room on it");
    // The mark stays in the window meanwhile.
    await expect(await markOver(page, 0, PASSAGE)).toHaveClass(/refutes/);
    await shot(page, "full-disk");
    await axe(page);

    await rm(join(disk, "filler"));
    await page.getByRole("button", { name: "Try again" }).click();
    await saved(page);
    await expect(page.getByRole("status", { name: "Saving" })).toHaveText("Saved.");
    await app.kill();
    await app.restart();
    await expect(await markOver(app.page, 0, PASSAGE)).toHaveClass(/refutes/);
  } finally {
    // What is still open keeps it until the application ends.
    if (disk) execFileSync("umount", ["-l", disk]);
  }
});

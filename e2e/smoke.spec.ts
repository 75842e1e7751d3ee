import { expect, test } from "./fixtures.ts";

test("shows the five articles of the sample side by side", async ({ open, shot, axe }) => {
  const app = await open();
  await expect(app.page.getByRole("article")).toHaveCount(5);
  await shot(app.page, "sample");
  await axe(app.page);
});

test("opens the same project again after it was closed", async ({ open }) => {
  const app = await open();
  await expect(app.page.getByRole("article")).toHaveCount(5);
  await app.restart();
  await expect(app.page.getByRole("article")).toHaveCount(5);
});

import { pane } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

for (const theme of ["light", "dark"] as const) {
  test(`colours marks and their ticks by claim or by stance at a key, ${theme}`, async ({ open, shot, axe }) => {
    const app = await open();
    const { page } = app;
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    const looks = () =>
      pane(page, 0)
        .locator("mark.claim-vermilion, .tick.claim-vermilion")
        .evaluateAll((elements) => {
          const colours = elements.map((element) => getComputedStyle(element).getPropertyValue("--c").trim());
          return [...new Set(colours)];
        });
    const styles = () =>
      pane(page, 0)
        .locator("mark[data-mark]")
        .evaluateAll((marks) =>
          Object.fromEntries(
            marks.map((mark) => [mark.getAttribute("data-mark"), getComputedStyle(mark).textDecorationStyle]),
          ),
        );
    const token = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue("--claim-vermilion"),
    );
    await expect.poll(looks).not.toEqual([]);
    const underlines = await styles();
    await page.keyboard.press("k");
    await expect(page.locator("html")).toHaveAttribute("data-colour-by", "claim");
    await expect.poll(looks).toEqual([token]);
    // What is further down may have been painted meanwhile.
    expect(await styles()).toMatchObject(underlines);
    await axe(page);
    await shot(page, `claim-colours-${theme}`);
    await app.restart();
    await expect(app.page.locator("html")).toHaveAttribute("data-colour-by", "claim");
    await app.page.getByRole("button", { name: "Display" }).click();
    const item = app.page.getByRole("menuitemcheckbox", { name: /Colour marks by claim/ });
    await expect(item).toHaveAttribute("aria-checked", "true");
    await item.click();
    await expect(app.page.locator("html")).toHaveAttribute("data-colour-by", "stance");
  });
}

import type { Page } from "@playwright/test";
import { text } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

/** Where the focus is: the part of the window, role and name, and whether it is on the screen. */
interface Stop {
  readonly region: string;
  readonly element: string;
  readonly named: boolean;
  readonly inView: boolean;
}

const MOST_STOPS = 250;

/** What Tab comes to, from the top of the window until it is there again. */
async function tabThrough(page: Page): Promise<readonly Stop[]> {
  await page.evaluate(() => {
    const first = document.querySelector<HTMLElement>("button, [tabindex='0'], input");
    first?.focus();
  });
  const stops: Stop[] = [];
  for (let i = 0; i < MOST_STOPS; i++) {
    // The first stop has the focus already, and Tab goes on from there.
    if (i > 0) await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    if ((await focused.count()) === 0) break;
    const snapshot = (await focused.ariaSnapshot()).split("\n")[0] ?? "";
    // YAML sets a line in quotes whose name has a colon in it.
    const element = snapshot.replace(/^- '?/, "").replace(/'?:$/, "");
    const stop = await focused.evaluate((node) => {
      const region = node.closest("header.app-header, aside, article, footer, [role=dialog], main");
      const name = region?.getAttribute("aria-label") ?? region?.tagName.toLowerCase() ?? "";
      const { top, bottom, left, right } = node.getBoundingClientRect();
      const inView = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
      return { region: name, inView };
    });
    const [first] = stops;
    if (first?.element === element && first.region === stop.region) break;
    stops.push({ ...stop, element, named: /"[^"]+"/.test(element) });
  }
  return stops;
}

/** The parts of the window in the order in which Tab comes to them. */
function regionsOf(stops: readonly Stop[]): readonly string[] {
  return stops.map(({ region }) => region).filter((region, i, all) => region !== all[i - 1]);
}

function expectSound(stops: readonly Stop[]): void {
  expect(stops.filter(({ named }) => !named)).toEqual([]);
  expect(stops.filter(({ inView }) => !inView)).toEqual([]);
}

test("goes through Read and the list of marks with Tab in the order of the window, each stop named and in view", async ({
  open,
}) => {
  test.slow();
  const { page } = await open();
  const articles = await page.locator(".panes > article").evaluateAll((all) => all.map((one) => one.ariaLabel ?? ""));
  const reading = await tabThrough(page);
  expectSound(reading);
  const regions = regionsOf(reading.filter(({ element }) => !element.startsWith("separator")));
  expect(regions).toEqual(["header", "Claims", ...articles, "footer"]);
  await text(page, 0).focus();
  await page.keyboard.press("w");
  await expect(page.locator("#mark-filter")).toBeFocused();
  const listing = await tabThrough(page);
  expectSound(listing);
  expect(regionsOf(listing).slice(0, 2)).toEqual(["header", "Marks"]);
  const inList = listing.filter(({ region }) => region === "Marks").map(({ element }) => element);
  expect(inList.slice(0, 11)).toEqual([
    'button "Marks"',
    'button "Bin"',
    'button "Close"',
    'textbox "Words in the passage, a note, the speaker or the claim"',
    ...["Article", "Claim", "Stance", "Voice", "Speaker", "Flag"].map((name) => `combobox "${name}"`),
    'button "More filters"',
  ]);
});

test("goes through Review with Tab in the order of the window, each stop named and in view", async ({ open }) => {
  const { page } = await open();
  await page.getByRole("button", { name: "Review", exact: true }).click();
  await expect(page.getByRole("grid")).toBeVisible();
  const stops = await tabThrough(page);
  expectSound(stops);
  expect(regionsOf(stops)[0]).toBe("header");
  expect(regionsOf(stops).at(-1)).toBe("footer");
});

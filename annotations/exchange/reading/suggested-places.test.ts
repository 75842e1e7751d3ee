import { expect, it } from "vitest";
import { article } from "../../testing/article.ts";
import { suggestedPlaces } from "./suggested-places.ts";

const { source } = article("The FERRY sank on 2 May near Moura.\nNobody saw the old bridge of Kolda fall.\nRain fell.");
const quotes = (words: string) => suggestedPlaces(source, words).map(({ quote }) => quote);

it("suggests where the words stand, whatever their case and accents", () => {
  expect(quotes("férry sank")[0]).toBe("FERRY sank");
});

it("suggests the sentence that is most like what was marked", () => {
  expect(quotes("the bridge of Kolda, the old one, fell down")[0]).toBe("Nobody saw the old bridge of Kolda fall.");
});

it("suggests nothing for nothing", () => {
  expect([quotes(""), quotes("  "), quotes("zebra quagga okapi")]).toEqual([[], [], []]);
});

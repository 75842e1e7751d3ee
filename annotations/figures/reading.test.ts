import { describe, expect, it } from "vitest";
import { figuresIn, readingOf } from "./reading.ts";
import { valueWords } from "./value-words.ts";

/** What words are understood as. */
function understood(words: string, written = ""): string | null {
  const value = readingOf(words, null, written);
  return value && valueWords(value);
}

describe("readingOf", () => {
  it.each([
    ["203", "203"],
    ["300–400", "300 to 400"],
    ["300-400 civilians", "300 to 400 civilians"],
    ["300 to 400", "300 to 400"],
    ["between 300 and 400", "300 to 400"],
    ["from 300 to 400", "300 to 400"],
    ["entre 300 et 400 personnes", "300 to 400 personnes"],
    ["de 300 à 400", "300 to 400"],
    ["more than 200", "more than 200"],
    ["over 200 people", "more than 200 people"],
    ["plus de 200", "more than 200"],
    ["> 200", "more than 200"],
    ["at least 200", "at least 200"],
    ["no fewer than 200", "at least 200"],
    ["au moins 200 morts", "at least 200"],
    ["200 or more", "at least 200"],
    ["200 people or more", "at least 200 people"],
    ["200+", "at least 200"],
    ["up to 400", "up to 400"],
    ["no more than 400", "up to 400"],
    ["jusqu’à 400", "up to 400"],
    ["fewer than 50", "less than 50"],
    ["moins de 50", "less than 50"],
    ["about 300", "about 300"],
    ["some 1,000 men", "about 1,000 men"],
    ["about 300 to 400", "about 300 to 400"],
    ["at least about 200", "at least about 200"],
    ["more than 300 but fewer than 400", "more than 300 and less than 400"],
    ["300 or so", "about 300"],
  ])("reads %s", (words, expected) => {
    expect(understood(words)).toBe(expected);
  });

  it.each([
    ["2,000", "2,000"],
    ["2 000", "2,000"],
    ["2\u202f000", "2,000"],
    ["500.000", "500,000"],
    ["1.234.567", "1,234,567"],
    ["1,5", "1.5"],
    ["1.25", "1.25"],
    ["0.125", "0.125"],
    ["1.234,5", "1,234.5"],
    ["1,234.567", "1,234.567"],
    ["1,5 million", "1,500,000"],
    ["1.5 million", "1,500,000"],
    ["1.1 million", "1,100,000"],
    ["3 milliards", "3,000,000,000"],
    ["23 million dollars", "23,000,000 dollars"],
    ["1 to 2 million", "1,000,000 to 2,000,000"],
    ["500 to 1 million", "500 to 1,000,000"],
    ["300–400k", "300,000 to 400,000"],
    ["$23 million", "$23,000,000"],
    ["between $1 and $2 million", "$1,000,000 to $2,000,000"],
    ["over 40%", "more than 40%"],
    ["20 per cent", "20%"],
    ["20 pour cent", "20%"],
    ["−5", "-5"],
    ["12 km", "12 km"],
  ])("reads the number %s", (words, expected) => {
    expect(understood(words)).toBe(expected);
  });

  it.each([
    ["two hundred and three", "203"],
    ["a hundred people", "100 people"],
    ["three hundred to four hundred", "300 to 400"],
    ["over a dozen countries", "more than 12 countries"],
    ["three dozen", "36"],
    ["five thousand one hundred", "5,100"],
    ["forty-nine peacekeepers", "49 peacekeepers"],
    ["trois cents", "300"],
    ["deux cent trois", "203"],
    ["quatre-vingt-dix-neuf", "99"],
    ["soixante et onze", "71"],
    ["mille deux cents", "1,200"],
    ["two million", "2,000,000"],
    ["two combat helicopters", "2 helicopters"],
    ["320 rights violations", "320 rights violations"],
  ])("reads the number in words %s", (words, expected) => {
    expect(understood(words)).toBe(expected);
  });

  it.each([
    ["27 March 2022", "27 March 2022"],
    ["27th of March, 2022", "27 March 2022"],
    ["March 27, 2022", "27 March 2022"],
    ["le 27 mars 2022", "27 March 2022"],
    ["2022-03-27", "27 March 2022"],
    ["late March of 2022", "March 2022"],
    ["two years", "2 years"],
    ["the end of March 2022", "March 2022"],
    ["fin mars 2022", "March 2022"],
    ["mid-2022", "2022"],
    ["2022", "2022"],
    ["27–31 March 2022", "27 to 31 March 2022"],
    ["27 to 31 March 2022", "27 to 31 March 2022"],
    ["March 27–31, 2022", "27 to 31 March 2022"],
    ["from 27 March to 2 April 2022", "27 March to 2 April 2022"],
    ["du 27 au 31 mars 2022", "27 to 31 March 2022"],
    ["between March and May 2022", "March to May 2022"],
    ["2019–2021", "2019 to 2021"],
    ["from 2000-2019", "2000 to 2019"],
    ["after 2013 France", "after 2013"],
    ["entre mars et mai 2022", "March to May 2022"],
    ["December 2021 to March 2022", "December 2021 to March 2022"],
    ["since March 2022", "since March 2022"],
    ["after 2 May 2022", "after 2 May 2022"],
    ["before the end of March 2022", "before March 2022"],
    ["by 15 August 2022", "until 15 August 2022"],
    ["around 2019", "about 2019"],
    ["after 2019 and before May 2022", "after 2019 and before May 2022"],
  ])("reads the date %s", (words, expected) => {
    expect(understood(words)).toBe(expected);
  });

  it.each([
    ["27 March", "2022-04-07", "27 March 2022"],
    ["in December", "2022-04-07", "December 2021"],
    ["27–31 March", "2022-04", "27 to 31 March 2022"],
    ["April 5", "2022-04-07", "5 April 2022"],
    ["27 March", "", null],
  ])("takes the year of %s from the day of publication %s", (words, written, expected) => {
    expect(understood(words, written)).toBe(expected);
  });

  it.each([
    "",
    "nobody",
    "one of them",
    "the 1990s",
    "15th",
    "30 February 2022",
    "192.168.1.1",
    "per cent",
    "in 12.3.4",
  ])("finds no figure in “%s”", (words) => {
    const value = readingOf(words, words.includes("February") ? "date" : null);
    expect(value).toBeNull();
  });

  it("has no order from the most to the least", () => {
    expect(understood("between 400 and 300")).not.toContain("400 to 300");
  });

  it("reads what may be a year as a number when that is meant", () => {
    expect(readingOf("2000", "number")).toMatchObject({ least: 2000, most: 2000 });
    expect(understood("2000 people")).toBe("2,000 people");
    expect(understood("1900–2000 people")).toBe("1,900 to 2,000 people");
  });
});

describe("figuresIn", () => {
  it("finds what a passage states, in its order, each with its own words", () => {
    const passage =
      "In the late March of 2022 [16] it may be, two years ago, that soldiers killed between 300 and 400 civilians there; the army speaks of “more than 200” men and 51 others on 2 April.";
    expect(figuresIn(passage, "2022-11-23").map((value) => [value.words, valueWords(value)])).toEqual([
      ["late March of 2022", "March 2022"],
      ["two years", "2 years"],
      ["between 300 and 400 civilians", "300 to 400 civilians"],
      ["more than 200", "more than 200"],
      ["51 others", "51 others"],
      ["2 April", "2 April 2022"],
    ]);
  });

  it("finds none where there is none", () => {
    expect(figuresIn("Soldiers and one of their new friends killed civilians in that town.")).toEqual([]);
  });
});

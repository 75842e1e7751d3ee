/** What each of the main figures means, and when it is not to be trusted. */
export const MEANINGS: Readonly<Record<string, string>> = {
  "overlap-f1":
    "How many of the marks of one meet a mark of the other for the same claim. 1 is all; touching does not count.",
  "exact-f1": "The same for marks that begin and end at the same character; one word more or less, and they differ.",
  "character-f1": "How many of the marked characters both have marked for the same claim; long marks weigh more.",
  "krippendorff-alpha":
    "Agreement beyond chance: 1 is perfect, 0 is what chance gives, below 0 is against each other. Low by construction where nearly all ratings are of one kind.",
  "percent-agreement": "How often two say the same, chance included.",
  "gwet-ac1": "Agreement beyond chance that stays high where nearly all ratings are of one kind; read it beside alpha.",
  jaccard: "Of the claims that either has tagged in a source, how many both have.",
};

import type { Difference, DifferenceKind } from "../../../annotations/agreement/disagreements/difference-kind.ts";

/** How the ways in which analysts differ read on the screen. */
export const DIFFERENCE_WORDS: Readonly<Record<Difference, string>> = {
  opposite: "opposite stances",
  hedging: "different stances",
  missed: "found by some only",
  voice: "another voice",
  apart: "other passages",
  partly: "some other passages",
  boundaries: "other boundaries",
};

export const KIND_WORDS: Readonly<Record<DifferenceKind, string>> = {
  stance: "Stance",
  claim: "Claim",
  voice: "Voice",
  place: "Place",
};

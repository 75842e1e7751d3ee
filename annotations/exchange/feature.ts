/** Something of an annotation set that a format carries or loses. */
export const FEATURES = [
  "marks",
  "texts",
  "source-details",
  "source-notes",
  "boilerplate",
  "analysts",
  "ids",
  "times",
  "claim-texts",
  "claim-details",
  "verdicts",
  "pieces",
  "untagged-marks",
  "stance",
  "voice",
  "speaker",
  "attitude",
  "certainty",
  "confidence",
  "value",
  "tag-notes",
  "mark-notes",
  "flags",
  "cells",
  "cell-notes",
  "speakers",
  "origin-verdicts",
  "bin",
] as const;

/**
 * - `marks`: where they are, which claim they belong to, and that they may overlap; without them nothing of their tags is carried
 * - `texts`: the articles' texts; `source-details`: their title, author, outlet, date, URL and language
 * - `analysts`: who made a mark; `ids` and `times`: of the marks and tags, so that reading them again finds them
 * - `claim-texts`: the wording of claims; `claim-details`: their notes, aliases, parents, colours and what counts
 * - `verdicts`: what analysts found of the truth of claims
 * - `pieces`: marks of several pieces; `untagged-marks`: marks that no claim was tied to
 * - `stance`: all five apart, and so on through the fields of a tag; `flags`: what is marked "to discuss"
 * - `cells`: what was found to be not mentioned or not applicable
 * - `speakers`: the project's list of speakers; `bin`: deleted marks
 */
export type Feature = (typeof FEATURES)[number];

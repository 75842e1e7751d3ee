import { type Facet, NONE } from "../../annotations/mark-list/facets.ts";
import { openSources } from "../../annotations/model/project.ts";
import { sourceName } from "../../annotations/model/source.ts";
import { STANCE_SIGNS, STANCES } from "../../annotations/model/stance.ts";
import { CERTAINTIES, CONFIDENCES, VOICES } from "../../annotations/model/tag.ts";
import type { Desk } from "../session/desk.ts";
import { claimsOf } from "../session/selectors.ts";

/** A value of a facet and how it reads. */
export interface FacetOption {
  readonly value: string;
  readonly words: string;
}

interface FacetWords {
  readonly name: string;
  /** How the list reads that is not narrowed by it. */
  readonly any: string;
  /** How the marks are called that have none. */
  readonly none: string;
}

export const FACET_WORDS: Readonly<Record<Facet, FacetWords>> = {
  source: { name: "Article", any: "Any article", none: "" },
  claim: { name: "Claim", any: "Any claim", none: "no claim" },
  stance: { name: "Stance", any: "Any stance", none: "no stance" },
  voice: { name: "Voice", any: "Any voice", none: "no voice" },
  speaker: { name: "Speaker", any: "Any speaker", none: "no speaker" },
  flag: { name: "Flag", any: "Any flag", none: "no flag" },
  note: { name: "Note", any: "Any note", none: "no note" },
  certainty: { name: "Certainty", any: "Any certainty", none: "no certainty" },
  confidence: { name: "Confidence", any: "Any confidence", none: "no confidence" },
  analyst: { name: "Analyst", any: "Everyone’s marks", none: "" },
};

/** How much of a claim's wording an option shows, in characters. */
const SHOWN = 60;

/** The values that can be chosen of a facet, in their order; `present` are those that marks have. */
export function facetOptions(
  facet: Facet,
  present: ReadonlySet<string>,
  state: Pick<Desk, "project">,
): readonly FacetOption[] {
  const known = [...optionsOf(facet, present, state), { value: NONE, words: FACET_WORDS[facet].none }];
  const options = known.filter(({ value }) => present.has(value));
  // What is chosen can have gone since, for example an article that was taken out of view.
  const gone = [...present].filter((value) => !options.some((option) => option.value === value));
  return [...options, ...gone.map((value) => ({ value, words: "no longer here" }))];
}

function optionsOf(facet: Facet, present: ReadonlySet<string>, state: Pick<Desk, "project">): readonly FacetOption[] {
  const { project } = state;
  switch (facet) {
    case "source":
      return openSources(project).map((source) => ({ value: source.id, words: sourceName(source) }));
    case "claim":
      return claimsOf(state).map(({ id, displayLabel, text }) => ({
        value: id,
        words: `${displayLabel} ${text.slice(0, SHOWN)}`,
      }));
    case "stance":
      return STANCES.map((stance) => ({ value: stance, words: `${STANCE_SIGNS[stance]} ${stance}` }));
    case "voice":
      return VOICES.map((value) => ({ value, words: value.replace("-", ", ") }));
    case "speaker":
      return [...present]
        .filter((value) => value !== NONE)
        .sort((a, b) => a.localeCompare(b))
        .map((value) => ({ value, words: value }));
    case "certainty":
      return CERTAINTIES.map((value) => ({ value, words: value }));
    case "confidence":
      return CONFIDENCES.map((value) => ({ value, words: value }));
    case "flag":
      return [{ value: "to-discuss", words: "to discuss" }];
    case "note":
      return [{ value: "noted", words: "with a note" }];
    case "analyst":
      return project.sets.map(({ analyst }) => ({ value: analyst.id, words: analyst.name }));
    default:
      return facet satisfies never;
  }
}

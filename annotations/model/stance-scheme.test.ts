import { expect, it } from "vitest";
import { EMPTY_STATES } from "./cell-state.ts";
import { STANCES } from "./stance.ts";
import {
  ATTITUDE_RULES,
  CERTAINTY_RULES,
  CONFIDENCE_RULES,
  SILENCE_RULES,
  STANCE_RULES,
  VOICE_RULES,
} from "./stance-scheme.ts";
import { ATTITUDES, CERTAINTIES, CONFIDENCES, VOICES } from "./tag.ts";

it.each([
  ["stance", STANCE_RULES, STANCES],
  ["voice", VOICE_RULES, VOICES],
  ["attitude", ATTITUDE_RULES, ATTITUDES],
  ["certainty", CERTAINTY_RULES, CERTAINTIES],
  ["confidence", CONFIDENCE_RULES, CONFIDENCES],
  ["silence", SILENCE_RULES, EMPTY_STATES],
])("explains every %s of the model in its order, and nothing else", (_, rules, values) => {
  expect(Object.keys(rules)).toEqual(values);
});

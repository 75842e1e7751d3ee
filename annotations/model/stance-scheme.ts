import type { EmptyState } from "./cell-state.ts";
import type { Stance } from "./stance.ts";
import type { Tag } from "./tag.ts";

/** How a stance is told from the others: what an annotation guideline says of one category. */
export interface StanceRule {
  readonly definition: string;
  /** The question that decides, and what it decides against. */
  readonly rule: string;
  readonly example: string;
  /** A passage that looks like it and is another stance, with the reason. */
  readonly counterExample: string;
}

/** The claim that the examples speak to. */
export const EXAMPLE_CLAIM = "The ferry sank on 3 May.";

/** The stance scheme: one rule for each stance. */
export const STANCE_RULES: Readonly<Record<Stance, StanceRule>> = {
  supports: {
    definition: "The passage says that the claim is true, or states something from which it follows.",
    rule: "Would a reader who believes the passage have to believe the claim? A wider or a narrower statement counts only if the claim follows from it.",
    example: "The ferry went down in the night of 3 May.",
    counterExample: "“The ferry left on 3 May.” It names the events, and says nothing of the sinking: mentions.",
  },
  refutes: {
    definition: "The passage says that the claim is false, or states something that cannot be true beside it.",
    rule: "Can both be true at once? Another number, date or place for the same event refutes; a gap or a doubt does not.",
    example: "The ferry reached its port on 4 May, undamaged.",
    counterExample: "“Nobody has seen the wreck.” It doubts, and states nothing that excludes the claim: questions.",
  },
  mixed: {
    definition: "The passage itself both supports and refutes the claim: a part of it, or under a condition.",
    rule: "Are there two sides within this one passage? Two passages that disagree are two marks, and the cell shows it.",
    example: "The ferry sank, but on 5 May and not on the 3rd.",
    counterExample: "“The owner says that it sank, the port that it did not.” These are two voices: two marks.",
  },
  questions: {
    definition: "The passage doubts the claim, or asks whether it is so, and takes no side.",
    rule: "Is the truth of the claim the subject, and left open? A hedge alone (“probably sank”) supports, with less certainty.",
    example: "Whether the ferry sank on 3 May has never been shown.",
    counterExample: "“The ferry probably sank.” It takes a side with care: supports, probable.",
  },
  mentions: {
    definition: "The passage is about the same events, and neither says nor denies nor doubts the claim.",
    rule: "Would you miss it in a list of what the article says of the matter? Then it is a mention; else leave it unmarked.",
    example: "Since the events of 3 May the crossing has been closed.",
    counterExample:
      "“Since the ferry sank on 3 May the crossing has been closed.” It takes the claim as given: supports.",
  },
};

/** In which order to decide, when two stances seem to fit. */
export const IN_DOUBT: readonly string[] = [
  "First whose words they are, then what they say: a quoted denial is the denial of the one who is quoted.",
  "Judge the passage by itself, not by what the rest of the article makes likely.",
  "Between supports or refutes and questions: a side that is taken with care is a side. Say the care in the certainty.",
  "Between supports or refutes and mentions: without a statement from which the claim or its contrary follows, mentions.",
  "Between mixed and two marks: mixed only where one passage in one voice has both sides.",
];

interface Choice {
  readonly name: string;
  readonly rule: string;
}

type Choices<Value extends string> = Readonly<Record<Value, Choice>>;

/** Who says it. */
export const VOICE_RULES: Choices<Tag["voice"]> = {
  own: { name: "own", rule: "The article says it without giving it to anybody." },
  "quoted-direct": { name: "quoted, direct", rule: "Somebody's words between quotation marks." },
  "quoted-indirect": {
    name: "quoted, indirect",
    rule: "“The army said that …”: what follows is said in the voice of the army, not of the article.",
  },
  document: { name: "document", rule: "A report, letter, law or data set says it." },
  unnamed: { name: "unnamed", rule: "Somebody whom the article does not name: “observers”, “it is said”." },
};

/** How the article stands to a voice that is not its own. */
export const ATTITUDE_RULES: Choices<Tag["attitude"]> = {
  neutral: { name: "neutral", rule: "It reports, and no more." },
  endorses: { name: "endorses", rule: "It makes the words its own: “as the report shows”." },
  distances: { name: "distances", rule: "It keeps them off: “claims”, “so-called”, “without evidence”." },
};

/** How sure the passage is of what it says. */
export const CERTAINTY_RULES: Choices<Tag["certainty"]> = {
  certain: { name: "certain", rule: "It is said as a fact." },
  probable: { name: "probable", rule: "“Likely”, “appears to”, “is believed to”." },
  possible: { name: "possible", rule: "“May”, “could”, “it cannot be excluded”." },
};

/** How sure the analyst is of the tag. */
export const CONFIDENCE_RULES: Choices<Tag["confidence"]> = {
  high: { name: "high", rule: "Another analyst would tag it the same." },
  medium: { name: "medium", rule: "There is a second reading, less likely." },
  low: { name: "low", rule: "Two readings are equally good: say so in a note." },
};

/** What stands where nothing is tagged. */
export const SILENCE_RULES: Choices<EmptyState> = {
  "not-reviewed": { name: "not reviewed", rule: "Nobody has looked yet. It says nothing of the article." },
  "not-mentioned": { name: "not mentioned", rule: "Read to the end, and silent. Silence is a finding only then." },
  "not-applicable": { name: "not applicable", rule: "It cannot speak to the claim, for example written before." },
};

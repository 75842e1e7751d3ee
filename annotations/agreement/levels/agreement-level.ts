/** On what analysts can agree: where, about which claim, and which stance. */
export const AGREEMENT_LEVELS = ["place", "claim", "stance"] as const;
export type AgreementLevel = (typeof AGREEMENT_LEVELS)[number];

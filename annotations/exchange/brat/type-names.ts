/** The type of marks that no claim was tied to. */
const UNTAGGED = "Untagged";

/** What claims are called in brat. */
export interface TypeNames {
  /** The type of each label. */
  readonly types: ReadonlyMap<string, string>;
  /** The type of marks without a claim; no claim has it. */
  readonly untagged: string;
  /** The labels that had to change. */
  readonly changed: readonly string[];
}

/**
 * Types for claim labels, which are all different: letters and digits of ASCII, `_` and `-`, as brat's configuration takes
 * them. Where two labels would get the same type, the second gets `_2` behind it.
 */
export function typeNames(labels: readonly string[]): TypeNames {
  const types = new Map<string, string>();
  const taken = new Set<string>(labels.filter((label) => safeType(label) === label));
  for (const label of labels) {
    const plain = safeType(label);
    let type = plain;
    for (let n = 2; type !== label && taken.has(type); n++) type = `${plain}_${n}`;
    taken.add(type);
    types.set(label, type);
  }
  let untagged = UNTAGGED;
  while (taken.has(untagged)) untagged += "_";
  return { types, untagged, changed: labels.filter((label) => types.get(label) !== label) };
}

function safeType(label: string): string {
  const safe = label.replace(/[^A-Za-z0-9_-]/gu, "_");
  return /^[A-Za-z]/.test(safe) ? safe : `_${safe}`;
}

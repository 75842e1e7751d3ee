/** Thrown when a command cannot be applied to a project as it is; the message says why, in a sentence for people. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

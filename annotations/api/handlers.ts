import { Refusal } from "../commands/refusal.ts";
import { contract, type Input, isMethod, type Method, type Output } from "./contract.ts";
import { Failure, type Reply } from "./reply.ts";

/** One function for each method of the contract. A handler throws a `Failure` or a `Refusal` for what the caller should be told. */
export type Handlers = { readonly [M in Method]: (input: Input<M>) => Promise<Output<M>> };

/**
 * Answers one call from any transport: checks the method's name, parses the input, runs the handler, parses the output.
 * Never throws. `report` is told of faults of the program, which the caller hears of only in general words.
 */
export async function answer(
  handlers: Handlers,
  method: unknown,
  input: unknown,
  report: (error: unknown) => void,
): Promise<Reply> {
  if (!isMethod(method)) return failure("unknown-method", "There is no such method.");
  const parsed = contract[method].input.safeParse(input);
  if (!parsed.success) return failure("invalid-input", firstIssue(parsed.error));
  try {
    const handler = handlers[method] as (input: unknown) => Promise<unknown>;
    return { ok: true, value: contract[method].output.parse(await handler(parsed.data)) };
  } catch (error) {
    if (error instanceof Failure) return failure(error.code, error.message);
    if (error instanceof Refusal) return failure("refused", error.message);
    report(error);
    return failure("internal", "Something went wrong inside Parallax. Nothing was changed.");
  }
}

function failure(code: Failure["code"], message: string): Reply {
  return { ok: false, error: { code, message } };
}

/** Where and how an input is wrong, without repeating what it holds. */
function firstIssue(error: {
  issues: readonly { code?: string; path: readonly PropertyKey[]; message: string }[];
}): string {
  const issue = error.issues[0];
  const place = issue?.path.map(String).join(".") || "the input";
  // Zod names the unknown fields, which are the caller's words.
  const message = issue?.code === "unrecognized_keys" ? "it has a field that is not known" : issue?.message;
  return `${place}: ${message ?? "not of the expected form"}`;
}

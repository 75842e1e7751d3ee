import { contract, type Input, type Method, type Output } from "./contract.ts";
import { Failure, Reply } from "./reply.ts";

/** Carries one call to the host; knows nothing of what it means. */
export type Transport = (method: string, input: unknown) => Promise<unknown>;

export type Client = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;

/** A typed client over `transport`. It throws a `Failure` when the host answers with one, or answers with nonsense. */
export function createClient(transport: Transport): Client {
  return async <M extends Method>(method: M, input: Input<M>) => {
    const reply = Reply.safeParse(await transport(method, input));
    if (!reply.success) throw new Failure("internal", "The host gave no proper answer.");
    if (!reply.data.ok) throw new Failure(reply.data.error.code, reply.data.error.message);
    const value = contract[method].output.safeParse(reply.data.value);
    if (!value.success) throw new Failure("internal", "The host gave no proper answer.");
    return value.data as Output<M>;
  };
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { isJson, readBody } from "./body.ts";
import { HANDOVER_LIMIT } from "./body-limit.ts";
import { NOT_JSON, NOT_POST } from "./call.ts";
import type { HandoverCodes } from "./handover-codes.ts";
import type { Rejection } from "./rejection.ts";
import { sendJson, sendRejection } from "./response.ts";

/** Where a page exchanges the code of its address for the token. */
export const HANDOVER_PATH = "/handover";

const Handover = z.strictObject({ code: z.string() });

/** Answers `POST /handover` with `{ token }`, once for each code. */
export async function answerHandover(
  request: IncomingMessage,
  response: ServerResponse,
  { codes, token }: { readonly codes: HandoverCodes; readonly token: string },
): Promise<void> {
  if (request.method !== "POST") return sendRejection(response, NOT_POST);
  if (!isJson(request)) return sendRejection(response, NOT_JSON);
  const body = await readBody(request, response, HANDOVER_LIMIT);
  if (body.kind === "cut-off") return;
  if (body.kind === "rejected") return sendRejection(response, body.rejection);
  const handover = Handover.safeParse(body.value);
  if (!handover.success || !codes.redeem(handover.data.code)) return sendRejection(response, USED_UP);
  sendJson(response, 200, { token });
}

const USED_UP: Rejection = {
  status: 403,
  code: "refused",
  message: "This address has been opened before or is older than two minutes. Open the one that Parallax printed.",
};

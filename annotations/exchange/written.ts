import { Refusal } from "../commands/refusal.ts";
import type { ExportRequest, WritableFormat, WrittenExport } from "./format.ts";
import { lossesOf } from "./losses.ts";

/** An export with the whole report of what it loses: what the format does not carry, then what it had to change. Throws a `Refusal` where the format cannot hold it. */
export function written(
  format: WritableFormat,
  request: ExportRequest,
  options: ReadonlySet<string> = new Set(),
): WrittenExport {
  const hindrance = format.hindrance?.(request) ?? null;
  if (hindrance !== null) throw new Refusal(hindrance);
  const { files, losses } = format.write(request, options);
  return { files, losses: [...lossesOf(request, format.carries), ...losses] };
}

/** The text of a format's only file. Throws where it writes none or several. */
export function writtenText(format: WritableFormat, request: ExportRequest): string {
  const [file, ...others] = format.write(request, new Set()).files;
  if (!file || others.length > 0) throw new Error(`${format.id} is not one file`);
  return [...file.content].join("");
}

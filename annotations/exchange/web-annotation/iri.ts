import { openSources, type Project } from "../../model/project.ts";
import type { Source } from "../../model/source.ts";

/** An id of Parallax as an IRI (RFC 9562). */
export function uuidIri(id: string): string {
  return `urn:uuid:${id}`;
}

/** The id in an IRI that `uuidIri` made, or undefined. */
export function idOfIri(iri: string | undefined): string | undefined {
  return /^urn:uuid:([0-9a-f-]{36})$/i.exec(iri ?? "")?.[1]?.toLowerCase();
}

/** An address that may stand in a file as it is (RFC 3986). */
const WEB_ADDRESS =
  /^https?:\/\/[A-Za-z0-9._~:@!$&'()*+,;=[\]-]+([/?]([A-Za-z0-9._~:@!$&'()*+,;=/?-]|%[0-9A-Fa-f]{2})*)?$/;

/** Whether it is an absolute web address without a fragment. */
export function isWebAddress(text: string): boolean {
  return WEB_ADDRESS.test(text);
}

/** The IRI of each article in view: its address where that is one and no other article has it too, else a URN of its id. */
export function sourceIris(project: Project): ReadonlyMap<Source["id"], string> {
  const sources = openSources(project);
  const times = new Map<string, number>();
  for (const { url } of sources) times.set(url, (times.get(url) ?? 0) + 1);
  return new Map(
    sources.map(({ id, url }) => [id, isWebAddress(url) && times.get(url) === 1 ? url : uuidIri(id)] as const),
  );
}

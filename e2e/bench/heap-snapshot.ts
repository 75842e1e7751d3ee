import { z } from "zod";

/** What a heap snapshot of V8 says of its objects: numbers in a row, so many for each, whose names `meta` has. */
const Snapshot = z.object({
  snapshot: z.object({ meta: z.object({ node_fields: z.array(z.string()) }) }),
  nodes: z.array(z.number()),
});

/** The bytes of all objects in a heap snapshot (JSON) together. Throws where it is none. */
export function snapshotSize(json: string): number {
  const { snapshot, nodes } = Snapshot.parse(JSON.parse(json));
  const fields = snapshot.meta.node_fields;
  const own = fields.indexOf("self_size");
  if (own === -1) throw new Error("The snapshot does not say how large its objects are.");
  let sum = 0;
  for (let at = own; at < nodes.length; at += fields.length) sum += nodes[at] ?? 0;
  return sum;
}

import type { Source } from "../../model/source.ts";
import { type FeatureStructure, SOFA_ID, VIEW } from "./article-cas.ts";
import { type CasType, TYPE_SYSTEM } from "./type-system.ts";

/** The text of a UIMA JSON CAS 0.4.0 with one article, one feature structure a line. */
export function* casJson({ text }: Source, structures: Iterable<FeatureStructure>): Generator<string> {
  const types = Object.fromEntries(TYPE_SYSTEM.map((type) => [type.name, typeJson(type)]));
  yield `{"%TYPES":${JSON.stringify(types)},\n"%FEATURE_STRUCTURES":[\n`;
  const sofa = { sofaNum: 1, sofaID: VIEW, mimeType: "text", sofaString: text };
  yield JSON.stringify({ "%ID": SOFA_ID, "%TYPE": "uima.cas.Sofa", ...sofa });
  const members: number[] = [];
  for (const { id, type, features } of structures) {
    members.push(id);
    yield `,\n${JSON.stringify({ "%ID": id, "%TYPE": type.name, "@sofa": SOFA_ID, ...features })}`;
  }
  const views = { [VIEW]: { "%SOFA": SOFA_ID, "%MEMBERS": members } };
  yield `\n],\n"%VIEWS":${JSON.stringify(views)}}\n`;
}

function typeJson({ name, description, superType, features }: CasType): object {
  return {
    ...{ "%NAME": name, "%SUPER_TYPE": superType },
    ...(description !== "" && { "%DESCRIPTION": description }),
    ...Object.fromEntries(features.map(([feature, range]) => [feature, { "%NAME": feature, "%RANGE": range }])),
  };
}

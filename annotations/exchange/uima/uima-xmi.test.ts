import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openSources, type Project } from "../../model/project.ts";
import { exchangedProject } from "../testing/exchanged-project.ts";
import { childNamed, childrenNamed, parseXml, type XmlElement } from "../xml/xml-element.ts";
import { uimaXmi } from "./uima-xmi.ts";

function documentsOf(project: Project): readonly XmlElement[] {
  const { files } = uimaXmi.write({ project, sets: project.sets }, new Set());
  return files.map(({ path, content }) => parseXml({ path, parts: () => content }));
}

/** The features of each type by its short name, with those that every annotation has. */
function declared(typeSystem: XmlElement | undefined): ReadonlyMap<string, ReadonlySet<string>> {
  const types = childrenNamed(childNamed(typeSystem, "types"), "typeDescription");
  return new Map(
    types.map((type) => {
      const features = childrenNamed(childNamed(type, "features"), "featureDescription");
      const names = features.map((feature) => childNamed(feature, "name")?.text ?? "");
      const short = childNamed(type, "name")?.text.split(".").at(-1) ?? "";
      const isAnnotation = !childNamed(type, "supertypeName")?.text.endsWith("AnnotationBase");
      return [short, new Set([...names, "id", "sofa", ...(isAnnotation ? ["begin", "end", "language"] : [])])];
    }),
  );
}

describe("uimaXmi", () => {
  it("writes documents whose places are the quotes, whose references resolve, and whose types are declared", () => {
    fc.assert(
      fc.property(exchangedProject, (project) => {
        const [typeSystem, ...documents] = documentsOf(project);
        const types = declared(typeSystem);
        for (const [i, source] of openSources(project).entries()) {
          const document = documents[i];
          const sofa = childNamed(document, "Sofa")?.attributes;
          const view = childNamed(document, "View")?.attributes;
          const structures = (document?.children ?? []).filter(({ name }) => !["NULL", "Sofa", "View"].includes(name));
          const ids = structures.map(({ attributes }) => attributes.get("id"));
          expect(sofa?.get("sofaString")).toBe(source.text);
          expect(view?.get("sofa")).toBe(sofa?.get("id"));
          expect(view?.get("members")?.split(" ")).toEqual(ids);
          expect(new Set([...ids, sofa?.get("id")]).size).toBe(ids.length + 1);
          for (const { name, attributes } of structures) {
            expect(attributes.get("sofa")).toBe(sofa?.get("id"));
            expect([...attributes.keys()].filter((feature) => !types.get(name)?.has(feature))).toEqual([]);
          }
          const quotes = childrenNamed(document, "ParallaxTag").map(({ attributes }) =>
            source.text.slice(Number(attributes.get("begin")), Number(attributes.get("end"))),
          );
          const marks = project.sets.flatMap((set) => set.marks).filter(({ sourceId }) => sourceId === source.id);
          expect(quotes).toEqual(
            marks.flatMap(({ tags, ranges }) =>
              Array.from({ length: Math.max(1, tags.length) }, () => ranges.map(({ quote }) => quote)).flat(),
            ),
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  it("gives the types' packages the namespaces that UIMA gives them", () => {
    const [project] = fc.sample(exchangedProject, { numRuns: 1, seed: 1 });
    const request = project && { project, sets: project.sets };
    const [, document] = request ? uimaXmi.write(request, new Set()).files : [];
    const [, root, none] = [...(document?.content ?? [])].join("").split("\n");
    expect([root, none]).toEqual([
      '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:type="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">',
      '  <cas:NULL xmi:id="0"/>',
    ]);
  });
});

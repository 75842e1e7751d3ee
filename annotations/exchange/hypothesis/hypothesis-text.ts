import type { Analyst } from "../../model/analyst.ts";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import { claimList } from "../../model/claim-list.ts";
import type { ClaimId } from "../../model/id.ts";
import type { Mark } from "../../model/mark.ts";
import { openSources } from "../../model/project.ts";
import type { Range } from "../../model/range.ts";
import type { Source } from "../../model/source.ts";
import { amount } from "../../text/amount.ts";
import { type CodePoints, codePointsOf } from "../../text/code-points.ts";
import type { ExportRequest, WrittenExport } from "../format.ts";
import { joinedLabel } from "../reading/label-meaning.ts";
import { sourceIris } from "../web-annotation/iri.ts";

/** The export of the sidebar, one annotation on a line. */
export function hypothesisExport(request: ExportRequest): WrittenExport {
  const open = new Set(openSources(request.project).map(({ id }) => id));
  const marks = request.sets.flatMap((set) => set.marks.filter(({ sourceId }) => open.has(sourceId)));
  const parted = marks.filter(({ ranges }) => ranges.length > 1).length;
  const loss = `Hypothesis itself keeps only the first piece of ${amount(parted, "mark")} of several pieces.`;
  return { files: [{ path: "", content: text(request) }], losses: parted > 0 ? [loss] : [] };
}

function* text({ project, sets }: ExportRequest): Generator<string> {
  const labels = new Map(claimList(project).map(({ id, displayLabel }) => [id, displayLabel]));
  const iris = sourceIris(project);
  const sources = new Map(openSources(project).map((source) => [source.id, source]));
  const [first] = sets;
  yield `{"export_userid":${JSON.stringify(first ? userOf(first.analyst) : "")},"client_version":"","annotations":[`;
  let isFirst = true;
  for (const set of sets) {
    for (const mark of set.marks) {
      const source = sources.get(mark.sourceId);
      const uri = iris.get(mark.sourceId);
      if (!source || uri === undefined) continue;
      yield `${isFirst ? "" : ","}\n${JSON.stringify(annotationOf(mark, { set, source, uri, labels }))}`;
      isFirst = false;
    }
  }
  yield "\n]}\n";
}

interface MarkPlace {
  readonly set: AnnotationSet;
  readonly source: Source;
  readonly uri: string;
  readonly labels: ReadonlyMap<ClaimId, string>;
}

/** All fields that the API documents as always there; read by nobody but the analyst. */
function annotationOf(mark: Mark, { set: { analyst }, source, uri, labels }: MarkPlace) {
  const user = userOf(analyst);
  const points = codePointsOf(source);
  return {
    ...{ id: mark.id, created: mark.createdAt, updated: mark.createdAt },
    ...{ user, user_info: { display_name: analyst.name } },
    ...{
      uri,
      text: mark.note ?? "",
      tags: mark.tags.map((tag) => joinedLabel(labels.get(tag.claimId) ?? "", tag.stance)),
    },
    ...{ group: "__world__", permissions: { read: [user], update: [user], delete: [user], admin: [user] } },
    target: mark.ranges.map((range) => ({ source: uri, selector: selectorsOf(range, points) })),
    document: { title: source.title === "" ? [] : [source.title] },
    ...{ links: {}, hidden: false, moderation_status: "APPROVED", flagged: false, actions: [] },
  };
}

/** An account name that the API takes: at most 30 letters and digits. */
function userOf({ id }: Analyst): string {
  return `acct:${id.replaceAll("-", "").slice(-30)}@parallax.invalid`;
}

/** Positions in UTF-16 units, as the browser counts. */
function selectorsOf({ start, end, quote, prefix, suffix }: Range, points: CodePoints) {
  return [
    { type: "TextPositionSelector", start: points.toUtf16(start), end: points.toUtf16(end) },
    { type: "TextQuoteSelector", exact: quote, prefix, suffix },
  ];
}

import { describe, expect, it } from "vitest";
import { claimList } from "../../model/claim-list.ts";
import { ClaimId, SourceId } from "../../model/id.ts";
import { article } from "../../testing/article.ts";
import { frozen } from "../../testing/frozen.ts";
import { knownId } from "../../testing/known-id.ts";
import { AT, annotationsOf, claim, mark, projectOf, tag } from "../../testing/project.ts";
import { writtenText } from "../written.ts";
import { AnnotationSetExport } from "./annotation-set-export.ts";
import { annotationSetJson } from "./annotation-set-json.ts";

const ferry = article("🛶 [ferry]", { order: 1, title: "The Ferry", date: "2020-03" });
const bridge = article("The bridge", { id: knownId(SourceId, 2), order: 0, removed: true });
const silent = {
  claimId: knownId(ClaimId, 1),
  sourceId: knownId(SourceId, 2),
  state: "not-mentioned",
  at: AT,
} as const;
const first = annotationsOf(1, { claims: [claim(1)], marks: [mark(1, ferry, tag(1, 1, "supports"))], cells: [silent] });
const project = frozen(projectOf([ferry.source, bridge.source], [annotationsOf(2), first]));

describe("annotationSetJson", () => {
  it("writes one set with its text, readable and with offsets in code points", () => {
    const small = projectOf([ferry.source], [first]);
    expect(writtenText(annotationSetJson, { project: small, sets: small.sets })).toBe(`{
  "format": "parallax-annotation-set",
  "schemaVersion": 2,
  "project": {
    "schemaVersion": 2,
    "id": "00000000-0000-4000-8000-000000000001",
    "title": "Kolda",
    "createdAt": "2022-01-01T00:00:00Z",
    "settings": {
      "corroboratedBy": 2
    }
  },
  "sources": [
    {
      "schemaVersion": 2,
      "id": "00000000-0000-4000-8000-000000000001",
      "title": "The Ferry",
      "author": "",
      "outlet": "",
      "date": "2020-03",
      "url": "",
      "language": "",
      "guessed": [],
      "originalName": "article.txt",
      "importedAt": "2022-01-01T00:00:00Z",
      "sha256": "0000000000000000000000000000000000000000000000000000000000000000",
      "order": 1,
      "removed": false,
      "blocks": [
        {
          "kind": "paragraph",
          "start": 0,
          "end": 7,
          "boilerplate": false
        }
      ],
      "text": "🛶 ferry"
    }
  ],
  "claims": [
    {
      "id": "00000000-0000-4000-8000-000000000001",
      "label": "C1",
      "text": "Claim 1",
      "note": "",
      "aliases": [],
      "createdAt": "2022-01-01T00:00:00Z",
      "revisedAt": "2022-01-01T00:00:00Z",
      "removed": false,
      "revisedBy": "00000000-0000-4000-8000-000000000001",
      "displayLabel": "C1"
    }
  ],
  "sets": [
    {
      "schemaVersion": 2,
      "projectId": "00000000-0000-4000-8000-000000000001",
      "analyst": {
        "id": "00000000-0000-4000-8000-000000000001",
        "name": "Analyst 1"
      },
      "createdAt": "2022-01-01T00:00:00Z",
      "journalThrough": 0,
      "claims": [
        {
          "id": "00000000-0000-4000-8000-000000000001",
          "label": "C1",
          "text": "Claim 1",
          "note": "",
          "aliases": [],
          "createdAt": "2022-01-01T00:00:00Z",
          "revisedAt": "2022-01-01T00:00:00Z",
          "removed": false
        }
      ],
      "marks": [
        {
          "id": "00000000-0000-4000-8000-000000000001",
          "sourceId": "00000000-0000-4000-8000-000000000001",
          "ranges": [
            {
              "start": 2,
              "end": 7,
              "quote": "ferry",
              "prefix": "🛶 ",
              "suffix": ""
            }
          ],
          "tags": [
            {
              "id": "00000000-0000-4000-8000-000000000001",
              "claimId": "00000000-0000-4000-8000-000000000001",
              "stance": "supports",
              "voice": "own",
              "speaker": "",
              "attitude": "neutral",
              "certainty": "certain",
              "confidence": "high",
              "note": ""
            }
          ],
          "createdAt": "2022-01-01T00:00:00Z"
        }
      ],
      "cells": [
        {
          "claimId": "00000000-0000-4000-8000-000000000001",
          "sourceId": "00000000-0000-4000-8000-000000000002",
          "state": "not-mentioned",
          "at": "2022-01-01T00:00:00Z"
        }
      ]
    }
  ]
}
`);
  });

  it("loses nothing, and has sources in the order of the panes, those taken out of the project too", () => {
    const written: unknown = JSON.parse(writtenText(annotationSetJson, { project, sets: [first, annotationsOf(2)] }));
    expect(written).toEqual({
      format: "parallax-annotation-set",
      schemaVersion: 2,
      project: project.file,
      sources: [bridge.source, ferry.source],
      claims: claimList(project),
      sets: [first, annotationsOf(2)],
    });
    expect(AnnotationSetExport.parse(written)).toEqual(written);
  });

  it("keeps a claim that only another analyst made, for the tags that point at it", () => {
    const written = JSON.parse(writtenText(annotationSetJson, { project, sets: [annotationsOf(2)] }));
    expect(written.claims).toMatchObject([{ id: knownId(ClaimId, 1), displayLabel: "C1" }]);
  });

  it("leaves out the sets that it is not given", () => {
    const written = JSON.parse(writtenText(annotationSetJson, { project, sets: [annotationsOf(2)] }));
    expect(written).toMatchObject({ sources: [bridge.source, ferry.source], sets: [annotationsOf(2)] });
    expect(written.sets.length).toBe(1);
  });

  it("gives the same bytes whatever the order of the sources", () => {
    const turned = { ...project, sources: project.sources.toReversed() };
    expect(writtenText(annotationSetJson, { project: turned, sets: project.sets })).toBe(
      writtenText(annotationSetJson, { project, sets: project.sets }),
    );
  });
});

import type { FileReport } from "../../../annotations/api/file-report.ts";
import type { Failure } from "../../../annotations/api/reply.ts";
import type { Place } from "../disk/place.ts";
import type { Segment } from "../journal/segment.ts";
import type { StoredSet } from "./set-reading.ts";

/** What people should know of how a set was found; nothing when all is as Parallax left it. */
export function reportsOf(place: Place, stored: StoredSet): readonly FileReport[] {
  return [...baseReports(place, stored), ...flawReports(stored)];
}

const NO_JOURNAL =
  "There is no journal any more, so what was changed after this backup is not there. Look whether the latest marks and claims are; put the journal/ folder back from a copy of the project, if there is one.";

/** Another program put something in the place of a set that is open and held. */
export function replacedReport({ label }: Place, kept: Place): FileReport {
  return restored(
    label,
    `Another program put a file there that cannot be used as this set. Parallax has written the set again as this window has it; nothing is missing. What was there is kept as ${kept.label}.`,
  );
}

/** The files of a set vanished while it was open and held. */
export function vanishedReport({ label }: Place): FileReport {
  return restored(
    label,
    "Another program removed or replaced files of this set while it was open. Parallax has written the set again as this window has it; nothing that was shown as saved is missing.",
  );
}

/** A snapshot that could not be written loses nothing, but the JSON that others read is behind. */
export function behindReport({ label }: Place, fault: Failure): FileReport {
  return restored(
    label,
    `All changes are safe in the journal, but this file could not be brought up to date with them; Parallax tries again with the next change, and when the project is closed. ${fault.message}`,
  );
}

/** Each report once, the most serious first. */
export function bySeriousness(reports: readonly FileReport[]): readonly FileReport[] {
  const isFirst = ({ file, message }: FileReport, i: number) =>
    reports.findIndex((other) => other.file === file && other.message === message) === i;
  return reports.filter(isFirst).sort((a, b) => SERIOUSNESS[a.kind] - SERIOUSNESS[b.kind]);
}

const SERIOUSNESS: Readonly<Record<FileReport["kind"], number>> = { lost: 0, unread: 1, waiting: 2, restored: 3 };

function restored(file: string, message: string): FileReport {
  return { file, kind: "restored", message };
}

function baseReports({ label }: Place, { file, base, set, journal, faults }: StoredSet): readonly FileReport[] {
  // Without a journal nobody knows what came after a backup.
  const isKnown = base.kind !== "backup" || journal.segments.some(({ after }) => after !== null);
  const complete = isKnown && journal.flaws.length === 0 && faults.length === 0;
  const kind = complete ? "restored" : "lost";
  const whole = complete
    ? "Nothing is missing."
    : isKnown
      ? "Something is missing: see the other reports."
      : NO_JOURNAL;
  const what = file.kind === "damaged" ? `could not be read (${file.reason})` : "was missing";
  const kept = file.kind === "damaged" ? " The file as it was is kept in quarantine/." : "";
  switch (base.kind) {
    case "snapshot":
      return [];
    case "edited-snapshot":
      return [
        {
          file: label,
          kind: "restored",
          message:
            "Another program changed it. Parallax has no earlier version to compare it with, and uses it as it is.",
        },
      ];
    case "backup":
    case "journal": {
      // A version that another program wrote is offered for comparison, and reported where it is kept.
      if (file.kind === "edited") return [];
      if (set.journalThrough > 0) {
        const source =
          base.kind === "backup" ? `${base.place.label}${isKnown ? " and the journal" : ""}` : "the journal";
        return [
          { file: label, kind, message: `It ${what}, and was put together again from ${source}. ${whole}${kept}` },
        ];
      }
      if (file.kind === "missing") return [];
      return [
        {
          file: label,
          kind: "lost",
          message: `It ${what}, and there is neither a backup nor a journal, so the set begins empty.${kept} Put the file back from a copy of the project, if there is one.`,
        },
      ];
    }
    default:
      return base satisfies never;
  }
}

function flawReports({ journal, faults }: StoredSet): readonly FileReport[] {
  const reasonsFor = (damaged: Segment) =>
    journal.flaws
      .filter(({ segment }) => segment === damaged)
      .map(({ reason }) => reason)
      // Of a damaged first line it is said in words already.
      .filter((reason) => damaged.header !== null || !reason.startsWith("line 1 "))
      .join("; ");
  return [
    ...[...new Set(journal.flaws.map(({ segment }) => segment))].map(
      (segment): FileReport => ({
        file: segment.label,
        kind: "lost",
        message: `This part of the journal is damaged: ${reasonsFor(segment)}. All that could be read was used, and the file is kept in quarantine/. Look whether the latest marks and claims are there; what is missing has to be made again.`,
      }),
    ),
    ...faults.map(
      ({ seq, reason }): FileReport => ({
        file: journal.place.label,
        kind: "lost",
        message: `Change ${seq} could not be carried out again, because something before it is missing. ${reason} Look whether the latest marks and claims are there; what is missing has to be made again.`,
      }),
    ),
  ];
}

import { z } from "zod";
import { CellNote } from "../model/cell-note.ts";
import { EmptyState } from "../model/cell-state.ts";
import { Claim } from "../model/claim.ts";
import { Completion } from "../model/completion.ts";
import { AnalystId, ClaimId, MarkId, SourceId, SpeakerId, TagId } from "../model/id.ts";
import { BinnedMark, Mark } from "../model/mark.ts";
import { OriginVerdict } from "../model/origin-verdict.ts";
import { CorroboratedBy } from "../model/project.ts";
import { Reveal } from "../model/reveal.ts";
import { AGENCY_LENGTH, METADATA_FIELDS, Metadata, SOURCE_NOTE_LENGTH } from "../model/source.ts";
import { Speaker } from "../model/speaker.ts";
import { StanceDistances } from "../model/stance-distances.ts";
import { Tag } from "../model/tag.ts";
import { Timestamp } from "../model/timestamp.ts";

/** Every change says whose set it changes and when it was made, so that applying it again gives the same result. */
const made = { analyst: AnalystId, at: Timestamp };

const AddMark = z.strictObject({ kind: z.literal("add-mark"), ...made, mark: Mark });
const RemoveMark = z.strictObject({ kind: z.literal("remove-mark"), ...made, markId: MarkId });

/** Moves a mark's boundaries or gives it other pieces; its id, tags and everything else stay. */
const PutRanges = z.strictObject({
  kind: z.literal("put-ranges"),
  ...made,
  markId: MarkId,
  ranges: Mark.shape.ranges,
});

/** Gives a mark its flag and its note; what is left out is taken away. */
const ReviseMark = z.strictObject({
  kind: z.literal("revise-mark"),
  ...made,
  markId: MarkId,
  toDiscuss: Mark.shape.toDiscuss,
  note: Mark.shape.note,
});

/** Puts a mark, which is no longer among the others, into the bin. */
const PutBinned = z.strictObject({ kind: z.literal("put-binned"), ...made, mark: BinnedMark });

/** Takes a mark out of the bin: for good, or to add it to the others again. */
const DropBinned = z.strictObject({ kind: z.literal("drop-binned"), ...made, markId: MarkId });

/** Puts a tag at `index` of its mark's tags, or in the place of the tag with the same id. */
const PutTag = z.strictObject({ kind: z.literal("put-tag"), ...made, markId: MarkId, index: z.int().min(0), tag: Tag });
const RemoveTag = z.strictObject({ kind: z.literal("remove-tag"), ...made, markId: MarkId, tagId: TagId });

/** Makes or revises a claim in this analyst's set. */
const PutClaim = z.strictObject({ kind: z.literal("put-claim"), ...made, claim: Claim });

/** Takes this analyst's revision of a claim away again, as if it had never been made. */
const DropClaim = z.strictObject({ kind: z.literal("drop-claim"), ...made, claimId: ClaimId });

const SetCell = z.strictObject({
  kind: z.literal("set-cell"),
  ...made,
  claimId: ClaimId,
  sourceId: SourceId,
  state: EmptyState,
  /** Fields of the cell that this version does not know; only undoing and restoring bring them back. */
  more: z.record(z.string(), z.unknown()).optional(),
});

/** Gives a cell a note, in the place of the one it has. */
const PutCellNote = z.strictObject({ kind: z.literal("put-cell-note"), ...made, note: CellNote });

const DropCellNote = z.strictObject({
  kind: z.literal("drop-cell-note"),
  ...made,
  claimId: ClaimId,
  sourceId: SourceId,
});

/** Says of two sources whether they are one origin, in the place of what was said before. */
const PutOriginVerdict = z.strictObject({
  kind: z.literal("put-origin-verdict"),
  ...made,
  verdict: OriginVerdict,
});

const DropOriginVerdict = z.strictObject({
  kind: z.literal("drop-origin-verdict"),
  ...made,
  a: SourceId,
  b: SourceId,
});

/** Says that the work on a source is done, in the place of when that was said before. */
const PutDone = z.strictObject({ kind: z.literal("put-done"), ...made, done: Completion });

/** Says that the work on a source is not done after all. */
const DropDone = z.strictObject({ kind: z.literal("drop-done"), ...made, sourceId: SourceId });

/** Records that the analyst sees the others' work on a source from now on. No command takes that back. */
const AddReveal = z.strictObject({ kind: z.literal("add-reveal"), ...made, reveal: Reveal });

const SimpleCommand = z.discriminatedUnion("kind", [
  AddMark,
  RemoveMark,
  PutRanges,
  ReviseMark,
  PutBinned,
  DropBinned,
  PutTag,
  RemoveTag,
  PutClaim,
  DropClaim,
  SetCell,
  PutCellNote,
  DropCellNote,
  PutOriginVerdict,
  DropOriginVerdict,
  PutDone,
  DropDone,
  AddReveal,
]);
export type SimpleCommand = Readonly<z.infer<typeof SimpleCommand>>;

/** Several changes to one analyst's set that happen, and are undone, together. */
const Batch = z.strictObject({ kind: z.literal("batch"), ...made, commands: z.array(SimpleCommand).min(1).readonly() });

/** A change to one analyst's own set; it goes through that analyst's journal. */
export const SetCommand = z.discriminatedUnion("kind", [...SimpleCommand.options, Batch]);
export type SetCommand = Readonly<z.infer<typeof SetCommand>>;

/** Fields that this version does not know, in the place of all such that there are; only reading a file and undoing that bring them. */
const more = z.record(z.string(), z.unknown()).optional();

/** Corrects a source's metadata, its boilerplate, its place, its note, its agency, or takes it out of view and back. */
const ReviseSource = z.strictObject({
  kind: z.literal("revise-source"),
  ...made,
  sourceId: SourceId,
  metadata: Metadata,
  guessed: z.array(z.enum(METADATA_FIELDS)).readonly(),
  /** The starts (code points) of the blocks that are boilerplate. */
  boilerplate: z.array(z.int().min(0)).readonly(),
  order: z.int().min(0),
  removed: z.boolean(),
  /** The note on the source; null takes it away, and without it the note stays as it is. */
  note: z.string().max(SOURCE_NOTE_LENGTH).nullable().optional(),
  /** The agency whose text the source prints; null and absence as with the note. */
  agency: z.string().max(AGENCY_LENGTH).nullable().optional(),
  more,
});
export type ReviseSource = Readonly<z.infer<typeof ReviseSource>>;

const ReviseProject = z.strictObject({
  kind: z.literal("revise-project"),
  ...made,
  title: z.string().trim().min(1).max(500),
  /** Without it the setting stays as it is. */
  corroboratedBy: CorroboratedBy.optional(),
  /** The author of the adjudicated layer; null for none, and without it that stays as it is. */
  adjudicator: AnalystId.nullable().optional(),
  /** How far apart the project takes stances to be; null and absence as with the adjudicator. */
  stanceDistances: StanceDistances.nullable().optional(),
  more,
  /** The same of the settings. */
  moreSettings: more,
});
export type ReviseProject = Readonly<z.infer<typeof ReviseProject>>;

/** Puts a speaker at `index` of the project's list, or in the place of the one with the same id. */
const PutSpeaker = z.strictObject({
  kind: z.literal("put-speaker"),
  ...made,
  index: z.int().min(0),
  speaker: Speaker,
});
export type PutSpeaker = Readonly<z.infer<typeof PutSpeaker>>;

/** Takes what the project says of a speaker away; tags that name the speaker stay as they are. */
const DropSpeaker = z.strictObject({ kind: z.literal("drop-speaker"), ...made, speakerId: SpeakerId });
export type DropSpeaker = Readonly<z.infer<typeof DropSpeaker>>;

const SharedCommand = z.discriminatedUnion("kind", [ReviseSource, ReviseProject, PutSpeaker, DropSpeaker]);
type SharedCommand = Readonly<z.infer<typeof SharedCommand>>;

/** A change to a project, as a value: shown at once, journalled, acknowledged, and undone by its inverse. */
export const Command = z.discriminatedUnion("kind", [...SetCommand.options, ...SharedCommand.options]);
export type Command = Readonly<z.infer<typeof Command>>;

const SHARED: ReadonlySet<string> = new Set(SharedCommand.options.map((option) => option.shape.kind.value));

/** Whether a command changes a file that all analysts share rather than one analyst's set. */
export function isShared(command: Command): command is SharedCommand {
  return SHARED.has(command.kind);
}

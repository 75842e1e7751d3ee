import { Failure } from "../../../annotations/api/reply.ts";

/** What the system says by its error codes, and what a person can do about it. */
const FAULTS: Readonly<Record<string, readonly [fault: string, advice: string]>> = {
  ENOSPC: ["the disk is full", "Make room on it and try again."],
  EDQUOT: ["your share of the disk is used up", "Make room on it and try again."],
  EACCES: ["this user account has no permission", "Change the permissions, or choose another place."],
  EPERM: ["this user account has no permission", "Change the permissions, or choose another place."],
  EROFS: ["the disk is read-only", "Choose another place."],
  EIO: ["the disk reports a fault", "Check the disk, and keep a copy of your project on another one."],
  ENOENT: ["a folder on the way to it is missing", "Put the folder back, or choose another place."],
  ENOTDIR: ["a folder on the way to it is missing", "Put the folder back, or choose another place."],
  ELOOP: ["the links to it lead round in a circle", "Mend the links, or choose another place."],
  ENAMETOOLONG: ["its name is too long", "Choose a shorter one."],
  EMFILE: ["too many files are open", "Close some programs and try again."],
  ENFILE: ["too many files are open", "Close some programs and try again."],
  EBUSY: ["another program is using it", "Close the other program and try again."],
};

/** The failure that a person is told of when `label` could not be read. What is not the system's fault is thrown on. */
export function unreadable(label: string, error: unknown): Failure {
  return explained(error, "refused", (fault, advice) => `${label} could not be read: ${fault}. ${advice}`);
}

/** The failure that a person is told of when `label` could not be written. What is not the system's fault is thrown on. */
export function unsaved(label: string, error: unknown): Failure {
  return explained(
    error,
    "not-saved",
    (fault, advice) => `${label} could not be saved: ${fault}. Nothing was changed. ${advice}`,
  );
}

/** Whether the system refused because something with that name exists already. */
export function isTaken(error: unknown): boolean {
  return systemCode(error) === "EEXIST";
}

/** Whether the file system cannot give a file a second name. */
export function lacksLinks(error: unknown): boolean {
  return ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EXDEV"].includes(systemCode(error) ?? "");
}

/** Whether the system found nothing there. */
export function isMissing(error: unknown): boolean {
  return systemCode(error) === "ENOENT";
}

function explained(
  error: unknown,
  code: "refused" | "not-saved",
  sentence: (fault: string, advice: string) => string,
): Failure {
  if (error instanceof Failure) return error;
  const systemError = systemCode(error);
  if (systemError === undefined) throw error;
  const [fault, advice] = FAULTS[systemError] ?? [`the system says ${systemError}`, "Try again."];
  return new Failure(code, sentence(fault, advice));
}

function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

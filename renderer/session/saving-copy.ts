import { annotationSetJson } from "../../annotations/exchange/json/annotation-set-json.ts";
import { writtenText } from "../../annotations/exchange/written.ts";
import { offerDownload } from "../exporting/download.ts";
import { saver } from "./changes.ts";
import { desk, setDesk } from "./desk.ts";
import { ownSet } from "./selectors.ts";
import { sentenceOf } from "./sentence.ts";
import { client } from "./transport.ts";

/** Lets the host write the whole project, with what could not be saved, to another place; says where it is then. */
export async function saveCopy(): Promise<void> {
  const projectId = desk().project.file.id;
  try {
    const { place } = await client("project.saveCopy", { projectId, commands: [...saver.waiting()] });
    if (place !== null) setDesk({ notice: `A copy of the project with all your changes is in ${place}.` });
  } catch (error) {
    setDesk({ notice: `The copy was not saved. ${sentenceOf(error)}` });
  }
}

/** Hands the analyst's own annotation set, as the screen has it, to the browser as a file; needs no host. */
export function downloadCopy(): void {
  const { project, analyst } = desk();
  const own = ownSet(desk());
  if (!own) return;
  const { extension, mediaType } = annotationSetJson;
  const text = writtenText(annotationSetJson, { project, sets: [own] });
  // The browser takes out what its system does not allow in a name.
  offerDownload(`${project.file.title}, ${analyst.name}.${extension}`, mediaType, text);
}

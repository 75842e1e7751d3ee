/** A file's content in Base64. A folder that was dropped has none; the promise is rejected then. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts: string[] = [];
  // A whole number of three-byte groups at a time, so that the parts join up to the whole.
  const step = 3 * 8_192;
  for (let at = 0; at < bytes.length; at += step)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + step))));
  return parts.join("");
}

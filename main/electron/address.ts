/** The scheme under which the page is served; no website can have it. */
export const SCHEME = "app";

const HOST = "parallax";

/** Where the window starts. */
export const START_PAGE = `${SCHEME}://${HOST}/`;

/** Whether `address` belongs to the program's own page. An empty address, `about:blank` or a text that is no URL does not. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${SCHEME}:` && host === HOST && username === "" && password === "";
}

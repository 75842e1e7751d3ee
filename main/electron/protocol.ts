import { protocol, type Session } from "electron";
import type { Asset } from "../web/static-map.ts";
import { SCHEME } from "./address.ts";
import { pageResponse } from "./page-response.ts";

/** Makes the scheme a proper origin, with `fetch` and nothing more. Must be called before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built page to a session. */
export function servePage(session: Session, assets: ReadonlyMap<string, Asset>): void {
  session.protocol.handle(SCHEME, ({ method, url }) => pageResponse(assets, { method, url }));
}

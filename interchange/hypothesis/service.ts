import type { Request } from "@playwright/test";
import type { Answer } from "../browser-page.ts";

/** An annotation as the client sends it to the service, as far as the tests look into it. */
export interface Kept {
  readonly user: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly target: unknown;
  readonly permissions: { readonly read: readonly string[] };
}

const ORIGIN = "https://service.test";

const AUTHORITY = "service.test";

/** As much of the service of Hypothesis as its client needs to log somebody in and to keep what it imports. */
export class Service {
  /** Where the client finds it. */
  static readonly settings = { apiUrl: `${ORIGIN}/api/`, authority: AUTHORITY, grantToken: "granted" };
  /** What it was asked to keep. */
  readonly kept: Kept[] = [];
  readonly #stored: object[] = [];
  readonly #user: string;

  constructor(user: string) {
    this.#user = user;
  }

  /** The answer to a request of the client; undefined where it is none to the service. */
  answer(request: Request): Answer | undefined {
    const { origin, pathname } = new URL(request.url());
    if (origin !== ORIGIN) return undefined;
    if (request.method() === "OPTIONS") return json(null);
    return json(pathname === "/api/annotations" ? this.#keep(request.postDataJSON()) : this.#known(pathname));
  }

  #keep(annotation: Kept): object {
    this.kept.push(annotation);
    const stored = { ...annotation, id: `kept-${this.kept.length}`, user: this.#user, links: {}, flagged: false };
    this.#stored.push(stored);
    return stored;
  }

  #known(pathname: string): unknown {
    switch (pathname) {
      case "/api/":
        return { links: ROUTES };
      case "/api/links":
        return LINKS;
      case "/api/token":
        return { access_token: "access", refresh_token: "refresh", expires_in: 3_600, token_type: "Bearer" };
      case "/api/profile":
        return { authority: AUTHORITY, userid: this.#user, features: {}, preferences: {} };
      case "/api/groups":
      case "/api/profile/groups":
        return [GROUP];
      case "/api/search":
        return { total: this.#stored.length, rows: this.#stored, replies: [] };
      default:
        throw new Error(`the client asks the service for ${pathname}`);
    }
  }
}

function json(value: unknown): Answer {
  const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
  return { contentType: "application/json", body: JSON.stringify(value), headers };
}

function route(method: string, path: string) {
  return { method, url: `${ORIGIN}/api/${path}`, desc: "" };
}

const ROUTES = {
  annotation: { create: route("POST", "annotations") },
  groups: { read: route("GET", "groups") },
  links: route("GET", "links"),
  profile: { read: route("GET", "profile"), groups: { read: route("GET", "profile/groups") } },
  search: route("GET", "search"),
};

/** Addresses that the client shows and does not go to. */
const LINKS = {
  ...Object.fromEntries(
    ["account.settings", "forgot-password", "groups.new", "help", "oauth.authorize", "oauth.revoke", "signup"].map(
      (name) => [name, `${ORIGIN}/${name}`],
    ),
  ),
  "search.tag": `${ORIGIN}/search?q=:tag`,
  user: `${ORIGIN}/users/:user`,
};

const GROUP = {
  ...{ id: "__world__", groupid: `group:__world__@${AUTHORITY}`, name: "Public", type: "open", public: true },
  ...{ scoped: false, scopes: { enforced: false, uri_patterns: [] }, links: { html: `${ORIGIN}/groups` } },
  ...{ logo: null, organization: null },
};

import type { ListedClaim } from "../../model/claim-list.ts";
import type { ClaimId, SourceId } from "../../model/id.ts";

/** What annotations point at. */
export interface Places {
  readonly claims: ReadonlyMap<ClaimId, ListedClaim>;
  /** The IRIs of the articles that go out. */
  readonly iris: ReadonlyMap<SourceId, string>;
}

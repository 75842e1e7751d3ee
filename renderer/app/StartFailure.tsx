import { sentenceOf } from "../session/sentence.ts";
import { NoToken } from "../session/transport.ts";

/** What a person sees when the page cannot reach its host, and what to do next. */
export function StartFailure({ error }: { readonly error: unknown }) {
  const noToken = error instanceof NoToken;
  return (
    <main className="start-failure">
      <h1>{noToken ? "This page needs its full address" : "Parallax does not answer"}</h1>
      <p>
        {noToken
          ? "Open the address that Parallax printed where it was started, with everything after the # sign. It is a new one for every start, so that no other program can read your work."
          : "Look where you started Parallax: if it has stopped, start it again. Nothing that was shown as saved is lost."}
      </p>
      {!noToken && <p className="reason">{sentenceOf(error)}</p>}
    </main>
  );
}

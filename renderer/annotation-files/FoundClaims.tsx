import { MOST_SHOWN, NotShown } from "./NotShown.tsx";
import type { PartProps } from "./part.ts";

/** The claims that join the project although no mark needs them, as those of a codebook do. */
export function FoundClaims({ plan: { claims } }: Pick<PartProps, "plan">) {
  if (claims.length === 0) return null;
  return (
    <section aria-labelledby="found-claims">
      <h3 id="found-claims">New claims</h3>
      <table className="found found-claims">
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">Claim</th>
          </tr>
        </thead>
        <tbody>
          {claims.slice(0, MOST_SHOWN).map(({ key, label, text, note }) => (
            <tr key={key}>
              <th scope="row">
                <bdi>{label}</bdi>
              </th>
              <td dir="auto">
                {text ?? label} {note && <small>{note}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <NotShown number={claims.length} what="claims" />
    </section>
  );
}

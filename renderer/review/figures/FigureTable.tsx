import type { ClaimFigures } from "../../../annotations/figures/claim-figures.ts";
import { valueWords } from "../../../annotations/figures/value-words.ts";
import { sourceName } from "../../../annotations/model/source.ts";
import { figureVoice } from "./FigureRow.tsx";

/** The same figures as a table. */
export function FigureTable({ figures: { claim, groups, places } }: { readonly figures: ClaimFigures }) {
  const all = [...groups.flatMap(({ figures }) => figures), ...places];
  return (
    <details className="figure-table">
      <summary>As a table</summary>
      <table>
        <caption className="sr-only">Figures for {claim.displayLabel}</caption>
        <thead>
          <tr>
            <th scope="col">Article</th>
            <th scope="col">As stated</th>
            <th scope="col">Understood as</th>
            <th scope="col">Stance</th>
          </tr>
        </thead>
        <tbody>
          {all.map((figure) => (
            <tr key={figure.tag.id}>
              <th scope="row">
                <bdi>{sourceName(figure.source)}</bdi>
              </th>
              <td dir="auto">{figure.value.words}</td>
              <td>{valueWords(figure.value)}</td>
              <td>{figureVoice(figure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

import type { ReadSource } from "../../annotations/exchange/reading/read-annotations.ts";
import type { SourceChoice, SourceMatch } from "../../annotations/exchange/reading/source-match.ts";
import { sourceNameAndTitle } from "../../annotations/model/source.ts";
import { amount } from "../controls/amount.ts";
import { useDesk } from "../session/desk.ts";
import { withSource } from "./decisions.ts";
import type { PartProps } from "./part.ts";

const MATCH_WORDS = {
  id: "known by its id",
  address: "known by its address",
  hash: "the very same text",
  "file name": "known by its file name",
  text: "the same text",
  choice: "as you said",
} as const;

/** Which articles the files speak of, and which those are here. */
export function FoundArticles({ plan, staged, decisions, onDecide }: PartProps) {
  if (staged.read.sources.length === 0) return null;
  const marks = new Map<string, number>();
  for (const { source } of staged.read.marks) marks.set(source, (marks.get(source) ?? 0) + 1);
  return (
    <section aria-labelledby="found-articles">
      <h3 id="found-articles">Articles</h3>
      <table className="found">
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">Here</th>
            <th scope="col">Marks</th>
          </tr>
        </thead>
        <tbody>
          {staged.read.sources.map((source) => (
            <tr key={source.key}>
              <th scope="row">
                <bdi>{nameOf(source)}</bdi>
              </th>
              <td>
                <ArticleChoice
                  read={source}
                  match={plan.sources.get(source.key) ?? { kind: "left" }}
                  canAdd={staged.additions.some(({ key }) => key === source.key)}
                  onChoose={(choice) => onDecide(withSource(decisions, source.key, choice))}
                />
              </td>
              <td className="number">{amount(marks.get(source.key) ?? 0, "mark")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function nameOf({ title, originalName, url, key }: ReadSource): string {
  return title || originalName || url || key;
}

interface ChoiceProps {
  readonly read: ReadSource;
  readonly match: SourceMatch;
  /** Whether the files hold its text, so that it may join the project. */
  readonly canAdd: boolean;
  onChoose(choice: SourceChoice): void;
}

function ArticleChoice({ read, match, canAdd, onChoose }: ChoiceProps) {
  const sources = useDesk((state) => state.project.sources);
  const value = match.kind === "matched" ? match.source.id : match.kind === "added" ? "add" : "leave";
  return (
    <>
      <select
        aria-label={`What ${nameOf(read)} is here`}
        value={value}
        onChange={({ target }) => {
          const known = sources.find(({ id }) => id === target.value);
          onChoose(known ? known.id : target.value === "add" ? "add" : "leave");
        }}
      >
        <option value="leave">not here: leave its marks out</option>
        {canAdd && <option value="add">add it to the project</option>}
        {sources.map((source) => (
          <option key={source.id} value={source.id}>
            {sourceNameAndTitle(source)}
          </option>
        ))}
      </select>
      {match.kind === "matched" && <small> {MATCH_WORDS[match.by]}</small>}
    </>
  );
}

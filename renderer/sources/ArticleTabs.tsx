interface Props {
  readonly articles: readonly { readonly id: string; readonly name: string; readonly remark: string }[];
  readonly chosen: string;
  onChoose(id: string): void;
}

/** The articles of a dialog, one of them open. */
export function ArticleTabs({ articles, chosen, onChoose }: Props) {
  return (
    <ul className="article-tabs" aria-label="Articles">
      {articles.map(({ id, name, remark }) => (
        <li key={id}>
          <button type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
            <span dir="auto">{name}</span>
            <small>{remark}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

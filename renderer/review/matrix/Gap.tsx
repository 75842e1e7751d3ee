/** The room of the columns that are not on the page. */
export function Gap({ width }: { readonly width: number }) {
  return width > 0 ? <td className="gap" style={{ minWidth: width }} /> : null;
}

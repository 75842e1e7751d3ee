/**
 * Reads a CSV text as RFC 4180 defines it, character by character and without a look at how Parallax writes it. Throws
 * where a quote is out of place or the last line has no end.
 */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = text[at] === '"' ? quoted(text, at) : plain(text, at);
    row.push(field.value);
    at = field.end;
    if (text[at] === ",") {
      at += 1;
    } else if (text.startsWith("\r\n", at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else {
      throw new Error(`neither a comma nor a line end at ${at}`);
    }
  }
  if (row.length > 0) throw new Error("the last line has no end");
  return rows;
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function quoted(text: string, start: number): Field {
  let value = "";
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') value += text[at++];
    else return { value, end: at + 1 };
  }
  throw new Error(`the quote at ${start} is never closed`);
}

function plain(text: string, start: number): Field {
  const end = text.slice(start).search(/[",\r\n]|$/) + start;
  return { value: text.slice(start, end), end };
}

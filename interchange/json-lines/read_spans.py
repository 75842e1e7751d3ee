"""Reads JSON Lines as Python programs such as doccano and spaCy do, whose strings count code points.

Prints for each span of each line of the files that are its arguments: the file, the number of the line, the label of the
span, and the words at its place.
"""

import json
import os
import sys
from urllib.parse import quote_plus


def read_lines(path):
    with open(path, encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines):
            task = json.loads(line)
            for span in spans_of(task):
                yield number, span[2], task["text"][span[0] : span[1]]


def spans_of(task):
    """Doccano has lists of start, end and label; Prodigy and spaCy have objects."""
    if "spans" in task:
        return [(span["start"], span["end"], span["label"]) for span in task["spans"]]
    return task["label"]


for argument in sys.argv[1:]:
    name = os.path.basename(argument)
    for number, label, words in read_lines(argument):
        print("\t".join(quote_plus(cell) for cell in (name, str(number), label, words)))

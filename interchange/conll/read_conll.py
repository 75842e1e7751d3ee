"""Has NLTK read every file of CoNLL-2002 below the folders that are its arguments.

Prints for each sentence the folder, the file, "sentence" and its words, then for each chunk in it the folder, the file, the
kind of the chunk and its words; and for each line of claims.csv the folder, "claims.csv", the file and the claim.
"""

import csv
import os
import sys
from urllib.parse import quote_plus

from nltk.chunk.util import conlltags2tree
from nltk.corpus.reader import ConllCorpusReader


def row(*cells):
    print("\t".join(quote_plus(cell) for cell in cells))


def read_folder(folder):
    name = os.path.basename(folder)
    with open(os.path.join(folder, "claims.csv"), encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines, strict=True):
            row(name, "claims.csv", line["file"], line["claim_id"])
    # Of its columns NLTK wants to know which has the parts of speech; here it is the tags of chunks.
    corpus = ConllCorpusReader(folder, r".*\.conll", ("words", "pos"), encoding="utf-8")
    for path in corpus.fileids():
        for sentence in corpus.tagged_sents(path):
            row(name, path, "sentence", *(word for word, _ in sentence))
            tree = conlltags2tree([(word, "", tag) for word, tag in sentence], strict=True)
            for chunk in tree.subtrees(lambda one: one is not tree):
                row(name, path, chunk.label(), *(word for word, _ in chunk))


for argument in sys.argv[1:]:
    read_folder(argument)

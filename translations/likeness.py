"""How alike two sentences are, and marks by which sentences that are alike find each other in a table.

The marks are those of MinHash: the least of a number of hashes over all groups of three letters. Two sentences share
such a least hash as often as their groups overlap. Pairs of them, twelve for each sentence, let sentences that share
half of their groups meet almost surely, and keep others apart.
"""

import zlib
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz, utils

GROUP = 3
HASHES = 24
PRIME = (1 << 31) - 1
MULTIPLIERS = [(1_103_515_245 * (number + 3) + 12_345) % PRIME for number in range(HASHES)]
SHIFTS = [(69_069 * (number + 7) + 362_437) % PRIME for number in range(HASHES)]
MARK_BITS = 31


def likeness(one: str, other: str) -> int:
    """How alike two plain sentences are.

    Args:
        one: A plain text.
        other: A plain text.

    Returns:
        0 to 100; 100 only for equal texts.
    """
    if one == other:
        return 100
    return min(99, round(fuzz.ratio(_folded(one), _folded(other))))


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return utils.default_process(text) or text


def marks(text: str, pair: str) -> list[int]:
    """The marks of a sentence.

    Args:
        text: A plain text.
        pair: The languages it is translated between, such as "en>fr"; other pairs give other marks.

    Returns:
        Twelve numbers of 63 bits at most.
    """
    folded = f" {_folded(text)} "
    groups = {zlib.crc32(folded[start : start + GROUP].encode()) for start in range(max(1, len(folded) - GROUP + 1))}
    least = [
        min((multiplier * group + shift) % PRIME for group in groups)
        for multiplier, shift in zip(MULTIPLIERS, SHIFTS, strict=True)
    ]
    salt = zlib.crc32(pair.encode())
    return [
        ((first << MARK_BITS) | second) ^ (salt + number)
        for number, (first, second) in enumerate(list(pairwise(least))[::2])
    ]

"""Places that lie too close together to be pressed one by one become one mark with their number."""

from collections import defaultdict
from collections.abc import Sequence

__all__ = ["CELL", "clustered"]

# Every mark has at least this room to itself, in units of the drawing: enough for a finger where the map is as wide.
CELL, GROWTH = 26, 1.25
Point = tuple[float, float]


def clustered(points: Sequence[Point], cell: float = CELL, most: int | None = None) -> list[list[int]]:
    """Places in groups, none of which stands closer to another than a cell.

    Args:
        points: Where the places lie.
        cell: The room of a mark.
        most: How many groups there may be; marks get more room until there are no more of them.

    Returns:
        Groups of positions in `points`; a place that stands alone is a group of one. They are in reading order: from
        the top in bands, and in each band from the left.
    """
    found = _grouped(points, cell)
    while most and len(found) > most:
        cell *= GROWTH
        found = _grouped(points, cell)
    return found


def _grouped(points, cell):
    groups = _gridded(points, cell)
    while True:
        merged = _merged(groups, cell)
        if len(merged) == len(groups):
            break
        groups = merged
    return [group for _middle, group in sorted(groups, key=lambda pair: _reading(pair[0], cell))]


def _gridded(points, cell):
    """Places that share a square of half a cell are together from the start, so that thousands cost no more."""
    squares = defaultdict(list)
    for place, (x, y) in enumerate(points):
        squares[int(x * 2 // cell), int(y * 2 // cell)].append(place)
    return [(_middle([points[place] for place in group]), group) for _square, group in sorted(squares.items())]


def _middle(points):
    return sum(x for x, _y in points) / len(points), sum(y for _x, y in points) / len(points)


def _merged(groups, cell):
    """Each group joins the first one that stands closer than a cell."""
    found, squares = [], defaultdict(list)
    for middle, group in sorted(groups, key=lambda pair: (-len(pair[1]), pair[0])):
        near = _near(middle, found, squares, cell)
        if near is None:
            squares[int(middle[0] // cell), int(middle[1] // cell)].append(len(found))
            found.append((middle, group))
        else:
            other, members = found[near]
            found[near] = (_between(other, len(members), middle, len(group)), [*members, *group])
    return found


def _near(middle, found, squares, cell):
    column, row = int(middle[0] // cell), int(middle[1] // cell)
    around = [place for dx in (-1, 0, 1) for dy in (-1, 0, 1) for place in squares[column + dx, row + dy]]
    close = [place for place in around if _distance(found[place][0], middle) < cell]
    return min(close, default=None)


def _distance(one, other):
    return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5


def _between(one, weight, other, other_weight):
    total = weight + other_weight
    return tuple((a * weight + b * other_weight) / total for a, b in zip(one, other, strict=True))


def _reading(middle, cell):
    return int(middle[1] // (cell * 2)), middle[0]

"""Plane geometry of outlines: simplify a line, cut a ring at the frame, write it as a short SVG path."""

import math

CORNERS = 3


def simplify(points, tolerance):
    """Drop points that lie close to the line between their neighbours (Douglas and Peucker).

    It works on an arc that two countries share, so that they keep one common border.

    Args:
        points: (x, y) of the arc.
        tolerance: how far a dropped point may lie from the line.
    """
    if len(points) < CORNERS:
        return points
    distances = [_distance(point, points[0], points[-1]) for point in points[1:-1]]
    far = max(distances)
    if far <= tolerance:
        return [points[0], points[-1]]
    cut = distances.index(far) + 1
    return simplify(points[: cut + 1], tolerance)[:-1] + simplify(points[cut:], tolerance)


def _distance(point, start, end):
    (ax, ay), (bx, by), (px, py) = start, end, point
    length = math.hypot(bx - ax, by - ay)
    if not length:
        return math.hypot(px - ax, py - ay)
    return abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length


def clip(ring, frame):
    """Cut a ring at a rectangle (Sutherland and Hodgman).

    Args:
        ring: its points.
        frame: (left, top, right, bottom).
    """
    left, top, right, bottom = frame
    for axis, limit, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        ring = _clip_edge(ring, axis, limit, sign)
    return ring


def _clip_edge(ring, axis, limit, sign):
    kept = []
    for position, point in enumerate(ring):
        before = ring[position - 1]
        inside, was_inside = sign * (point[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
        if inside != was_inside:
            part = (limit - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])))
        if inside:
            kept.append(point)
    return kept


def area(ring):
    """Return the area that a ring encloses."""
    return abs(sum(ring[i - 1][0] * point[1] - point[0] * ring[i - 1][1] for i, point in enumerate(ring))) / 2


def encloses(ring, point):
    """Tell whether a point lies inside a ring."""
    hit = False
    for position, (x1, y1) in enumerate(ring):
        x0, y0 = ring[position - 1]
        if (y0 > point[1]) != (y1 > point[1]) and point[0] < (x1 - x0) * (point[1] - y0) / (y1 - y0) + x0:
            hit = not hit
    return hit


def box(ring):
    """Return (left, top, right, bottom) of a ring in whole units, rounded outwards."""
    across, down = [x for x, _ in ring], [y for _, y in ring]
    return [math.floor(min(across)), math.floor(min(down)), math.ceil(max(across)), math.ceil(max(down))]


def path(ring):
    """Write a ring as relative steps with one decimal: short and exact enough.

    Returns:
        The `d` of an SVG path, or "" when less than a triangle is left.
    """
    steps, x, y = [], 0, 0
    for point in ring:
        nx, ny = round(point[0] * 10), round(point[1] * 10)
        if steps and (nx, ny) == (x, y):
            continue
        steps.append((nx - x, ny - y))
        x, y = nx, ny
    if len(steps) < CORNERS:
        return ""
    start, *rest = [_pair(*step) for step in steps]
    return f"M{start}l" + "".join(text if not i or text[0] == "-" else f" {text}" for i, text in enumerate(rest)) + "z"


def _pair(dx, dy):
    return f"{dx / 10:g}" + ("" if dy < 0 else " ") + f"{dy / 10:g}"

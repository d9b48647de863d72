"""The middle of a unit, from the towns in it."""

from __future__ import annotations

import math
import statistics

Point = tuple[float, float]


def kilometres(a: Point, b: Point) -> float:
    """Great-circle distance of two points (latitude, longitude in degrees), on a sphere of 6371 km."""
    lat1, lat2 = math.radians(a[0]), math.radians(b[0])
    h = math.sin((lat2 - lat1) / 2) ** 2
    h += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def middle(points: list[Point]) -> Point | None:
    """The centroid of the convex hull of a unit's towns, which, unlike their mean, is not drawn to the dense corner;
    the mean of one or two; None without any. Strays far outside (wrong entries) are left out.
    """
    kept = _without_strays(points)
    if not kept:
        return None
    hull = _hull(sorted(set(kept)))
    area = lat = lon = 0.0
    for (y1, x1), (y2, x2) in zip(hull, hull[1:] + hull[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        area += cross
        lat += (y1 + y2) * cross
        lon += (x1 + x2) * cross
    if abs(area) < 1e-6:
        return round(statistics.fmean(p[0] for p in kept), 4), round(statistics.fmean(p[1] for p in kept), 4)
    return round(lat / (3 * area), 4), round(lon / (3 * area), 4)


def _without_strays(points: list[Point]) -> list[Point]:
    if len(points) < 5:
        return points
    lat, lon = statistics.median(p[0] for p in points), statistics.median(p[1] for p in points)
    spread = sorted(abs(p[0] - lat) + abs(p[1] - lon) for p in points)
    limit = 3 * spread[min(len(spread) - 2, len(spread) * 97 // 100)] + 0.05
    return [p for p in points if abs(p[0] - lat) + abs(p[1] - lon) <= limit]


def _hull(points: list[Point]) -> list[Point]:
    """Convex hull, counter-clockwise (Andrew 1979, monotone chain)."""
    if len(points) < 3:
        return points

    def half(ordered: list[Point]) -> list[Point]:
        chain: list[Point] = []
        for point in ordered:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
                chain.pop()
            chain.append(point)
        return chain[:-1]

    return half(points) + half(points[::-1])


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

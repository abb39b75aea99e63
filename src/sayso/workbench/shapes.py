"""Which shape has which line? Six that can be told apart in one colour and when small, as paths of SVG."""

from collections.abc import Callable


def shape(line: int | None, x: float, y: float, size: float) -> str:
    """The path of a line's shape, by its place in the list of lines, around a point; a ring's path for none."""
    return _circle(x, y, size * 0.8) if line is None else _SHAPES[line % len(_SHAPES)](x, y, size)


def arrow(x: float, y: float, *, up: bool, size: float) -> str:
    """The path of an arrow's head whose tip is at a point: an end that is open."""
    back = y + 2 * size if up else y - 2 * size
    return _path((x, y), (x + size, back), (x - size, back))


def _circle(x: float, y: float, r: float) -> str:
    return f"M{x - r:.1f} {y:.1f}a{r:.1f} {r:.1f} 0 1 0 {2 * r:.1f} 0a{r:.1f} {r:.1f} 0 1 0 {-2 * r:.1f} 0z"


def _square(x: float, y: float, r: float) -> str:
    s = r * 0.9
    return _path((x - s, y - s), (x + s, y - s), (x + s, y + s), (x - s, y + s))


def _triangle(x: float, y: float, r: float) -> str:
    return _path((x, y - 1.2 * r), (x + 1.1 * r, y + 0.8 * r), (x - 1.1 * r, y + 0.8 * r))


def _diamond(x: float, y: float, r: float) -> str:
    return _path((x, y - 1.3 * r), (x + 1.1 * r, y), (x, y + 1.3 * r), (x - 1.1 * r, y))


def _flag(x: float, y: float, r: float) -> str:
    return _path((x, y + 1.2 * r), (x + 1.1 * r, y - 0.8 * r), (x - 1.1 * r, y - 0.8 * r))


def _cross(x: float, y: float, r: float) -> str:
    a, b = r * 1.15, r * 0.4
    corners = ((-b, -a), (b, -a), (b, -b), (a, -b), (a, b), (b, b), (b, a), (-b, a), (-b, b), (-a, b), (-a, -b), (-b, -b))
    return _path(*((x + dx, y + dy) for dx, dy in corners))


def _path(*points: tuple[float, float]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "z"


_SHAPES: tuple[Callable[[float, float, float], str], ...] = (_circle, _square, _triangle, _diamond, _flag, _cross)

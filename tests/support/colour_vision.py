"""How colours look to somebody who sees fewer of them: greyscale, and the three kinds of dichromacy.

The matrices are those of Machado, Oliveira and Fernandes 2009 (IEEE TVCG 15(6), doi 10.1109/TVCG.2009.113), severity
1.0, applied to linear RGB.
"""

from PySide6.QtGui import QImage

Linear = tuple[float, float, float]
Matrix = tuple[Linear, Linear, Linear]

_GREY: Matrix = ((0.2126, 0.7152, 0.0722),) * 3
_PROTAN: Matrix = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
_DEUTAN: Matrix = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
_TRITAN: Matrix = (
    (1.255528, -0.076749, -0.178779),
    (-0.078411, 0.930809, 0.147602),
    (0.004733, 0.691367, 0.303900),
)
KINDS: dict[str, Matrix] = {"grey": _GREY, "protanopia": _PROTAN, "deuteranopia": _DEUTAN, "tritanopia": _TRITAN}


def seen_as(kind: str, image: QImage) -> list[Linear]:
    """Every pixel of a picture as somebody with that kind of sight sees it, in linear light of 0 to 1."""
    matrix = KINDS[kind]
    return [_through(matrix, _linear_pixel(image, x, y)) for y in range(image.height()) for x in range(image.width())]


def apart(one: list[Linear], other: list[Linear]) -> float:
    """The share of pixels that differ by more than a tenth of the way from black to white."""
    different = sum(abs(sum(left) - sum(right)) / 3 > 0.1 for left, right in zip(one, other, strict=True))
    return different / len(one)


def _linear_pixel(image: QImage, x: int, y: int) -> Linear:
    colour = image.pixelColor(x, y)
    red, green, blue = (_linear(value) for value in (colour.redF(), colour.greenF(), colour.blueF()))
    return red, green, blue


def _through(matrix: Matrix, light: Linear) -> Linear:
    red, green, blue = (
        min(1.0, max(0.0, sum(part * value for part, value in zip(row, light, strict=True)))) for row in matrix
    )
    return red, green, blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

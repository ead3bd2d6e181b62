"""Numbers at run time: their plural operands, and how a language writes them.

The build copies this file beside the generated strings, so it must run on Python 3.8 and may import
only the standard library. The results are those of fluent.runtime.
"""

from __future__ import annotations


def operands(n: float) -> tuple[float, int, int, int, int, int]:
    """Return the plural operands n i v w f t of UTS #35, for a number of any sign.

    A float counts as the decimal number that Python prints for it, and 2.0 as 2. Infinity and NaN
    have no rule: their operands, except for `n`, make them "other".
    """
    n = abs(n)
    if not n < float("inf"):
        return n, -1, -1, -1, -1, -1
    whole = int(n)
    if n == whole:
        return whole, whole, 0, 0, 0, 0
    # Only numbers with a fraction need decimal, which takes longer to import than all of ours.
    from decimal import Decimal

    exact = Decimal(str(n))
    _, digits, exponent = exact.as_tuple()
    visible = "".join(map(str, digits[int(exponent) :]))
    shown = visible.rstrip("0")
    # mypy does not accept Decimal as a float, though it compares and divides like one.
    number: float = exact  # type: ignore[assignment]
    return number, whole, len(visible), len(shown), int(visible or 0), int(shown or 0)


class Numbers:
    """Writes numbers as one language does (CLDR's decimal pattern and symbols)."""

    def __init__(
        self, decimal: str, group: str, primary: int, secondary: int, infinity: str
    ) -> None:
        """`primary` and `secondary` are the sizes of the last and of each other digit group."""
        self._decimal = decimal
        self._group = group
        self._primary = primary
        self._secondary = secondary
        self._infinity = infinity

    def __call__(self, n: float, minimum: int = 0, maximum: int = 3, grouping: bool = True) -> str:
        """Format a number with `minimum` to `maximum` fraction digits; halves round to even."""
        if n.__class__ is int:
            if -1000 < n < 1000 and not minimum:
                return str(n)
            negative, whole, fraction = n < 0, str(abs(n)), ""
        else:
            negative, whole, fraction = _digits(n, maximum)
        if not whole.isdigit():
            return "-" * negative + (self._infinity if whole == "Infinity" else whole)
        if grouping:
            whole = self._grouped(whole)
        fraction = fraction.rstrip("0").ljust(minimum, "0") if maximum else ""
        return "-" * negative + whole + (self._decimal + fraction if fraction else "")

    def _grouped(self, digits: str) -> str:
        size = self._primary
        groups = ""
        while len(digits) > size:
            groups = self._group + digits[-size:] + groups
            digits = digits[:-size]
            size = self._secondary
        return digits + groups


def _digits(n: float, maximum: int) -> tuple[bool, str, str]:
    from decimal import ROUND_HALF_EVEN, Context, Decimal

    # int() because True is an int that does not print as one.
    number = Decimal(str(int(n) if isinstance(n, int) else n))
    negative = number.is_signed()
    number = abs(number)
    if number.is_finite():
        # The largest float has 309 digits before the point.
        context = Context(prec=400, rounding=ROUND_HALF_EVEN)
        number = number.quantize(Decimal(1).scaleb(-maximum), context=context)
    whole, _, fraction = f"{number:f}".partition(".")
    return negative, whole, fraction

"""How a language writes dates and times (babel's CLDR patterns), as Python code."""

from __future__ import annotations

import datetime
from typing import Literal

from babel.dates import (
    DateTimeFormat,
    get_datetime_format,
    get_day_names,
    get_month_names,
    tokenize_pattern,
)

from .literals import FString, literal
from .locales import locale_of

Style = Literal["short", "medium", "long", "full"]
STYLES: tuple[Style, ...] = ("short", "medium", "long", "full")
# "long" and "full" times name the time zone, which would need babel's tables at run time.
TIME_STYLES: tuple[Style, ...] = ("short", "medium")
_WIDTHS: dict[int, Literal["abbreviated", "wide", "narrow"]] = {
    3: "abbreviated",
    4: "wide",
    5: "narrow",
}


def function(name: str, language: str, date: Style | None, time: Style | None) -> list[str]:
    """Return the lines of a Python function `name(t)` that formats a date in these styles."""
    code = _Code(language)
    locale = locale_of(language)
    if date is None and time is None:
        date = "medium"
    if date is None:
        code.add(locale.time_formats[time].pattern)
    elif time is None:
        code.add(locale.date_formats[date].pattern)
    else:
        # As fluent.runtime joins them: the date's style decides, quotes are dropped.
        joint = str(get_datetime_format(date, locale)).replace("'", "")
        before, rest = joint.split("{1}") if joint.index("{1}") < joint.index("{0}") else ("", "")
        if not rest:
            raise NotImplementedError(f"{language}: date pattern {joint}")
        between, after = rest.split("{0}")
        code.text.add(before)
        code.add(locale.date_formats[date].pattern)
        code.text.add(between)
        code.add(locale.time_formats[time].pattern)
        code.text.add(after)
    kind = "date" if time is None else "datetime"
    head = f"def {name}(t: datetime.{kind}) -> str:"
    return [head, *(f"    {line}" for line in code.lines), f"    return {code.text}"]


class _Code:
    def __init__(self, language: str) -> None:
        self._language = language
        self._locale = locale_of(language)
        self.lines: list[str] = []
        self.text = FString()

    def add(self, pattern: str) -> None:
        """Add the fields and texts of one CLDR pattern (UTS #35 part 4)."""
        for kind, value in tokenize_pattern(pattern):
            if kind == "chars":
                self.text.add(str(value))
            else:
                self.text.add_code(self._field(str(value[0]), int(value[1])))

    def _field(self, letter: str, length: int) -> str:
        if letter == "y":
            two_digits = length == len("yy")
            return _padded("t.year % 100" if two_digits else "t.year", length)
        if letter in "ML" and length > 2:
            form: Literal["format", "stand-alone"] = "format" if letter == "M" else "stand-alone"
            names = get_month_names(_WIDTHS[length], form, self._locale)
            return self._table("months", [names[month] for month in range(1, 13)], "t.month - 1")
        if letter == "E":
            names = get_day_names(_WIDTHS[max(3, length)], "format", self._locale)
            return self._table("days", [names[day] for day in range(7)], "t.weekday()")
        if letter == "a":
            halves = [self._period(datetime.time(hour), letter, length) for hour in (0, 12)]
            return self._table("halves", halves, "t.hour >= 12")
        if letter == "B":
            return self._day_period(length)
        numbers = {
            "M": "t.month",
            "L": "t.month",
            "d": "t.day",
            "H": "t.hour",
            "h": "(t.hour % 12 or 12)",
            "m": "t.minute",
            "s": "t.second",
        }
        if letter not in numbers:
            raise NotImplementedError(f"{self._language}: date field {letter * length}")
        return _padded(numbers[letter], length)

    def _table(self, name: str, values: list[str], index: str) -> str:
        self.lines.append(f"{name} = ({', '.join(map(literal, values))})")
        return f"{name}[{index}]"

    def _day_period(self, length: int) -> str:
        """Return a period such as "in the morning", which some languages say with the hour."""
        self.lines.append("now = (t.hour, t.minute, t.second)")
        starts: list[tuple[str, str]] = []
        # Some periods, such as midnight, last one second.
        for moment in range(0, 24 * 60):
            for second in (0, 1):
                time = datetime.time(moment // 60, moment % 60, second)
                name = self._period(time, "B", length)
                if not starts or starts[-1][1] != name:
                    starts.append((f"({time.hour}, {time.minute}, {time.second})", name))
        code = literal(starts[0][1])
        for start, name in starts[1:]:
            code = f"{literal(name)} if now >= {start} else {code}"
        self.lines.append(f"period = {code}")
        return "period"

    def _period(self, time: datetime.time, letter: str, length: int) -> str:
        return DateTimeFormat(time, self._locale).format_period(letter, length)


def _padded(number: str, length: int) -> str:
    """Return the number for the inside of an f-string's braces."""
    return number if length == 1 else f"{number}:0{length}d"

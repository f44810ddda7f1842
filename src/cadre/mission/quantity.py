"""Quantity: a value, or what is known of it, with its unit and the statements it rests on.

Takes what people write (`12`, `65%`, `5 years`, `{min: 2, likely: 3, max: 6, basis: A4}`), gives a frozen
`Quantity` in canonical units (`cadre.mission.units`) that can be asked for its mean and its quantiles. Draws
nothing itself: randomness belongs to the simulation, which passes uniforms to `Quantity.at`.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from cadre.messages import Message, listed, message, quoted, readable
from cadre.mission.base import Basis, Frozen, nearest, refusal, shown
from cadre.mission.units import UNITS, number_in, plainly

Shape = Literal["known", "pert", "uniform", "quantiles", "normal", "choices"]
_KEYS: dict[frozenset[str], tuple[Shape, tuple[str, ...]]] = {
    frozenset({"value"}): ("known", ("value",)),
    frozenset({"min", "likely", "max"}): ("pert", ("min", "likely", "max")),
    frozenset({"low", "high"}): ("uniform", ("low", "high")),
    frozenset({"p10", "p50", "p90"}): ("quantiles", ("p10", "p50", "p90")),
    frozenset({"mean", "sd"}): ("normal", ("mean", "sd")),
    frozenset({"choices"}): ("choices", ()),
}
_ENDLESS = ("normal", "quantiles")
"""Shapes whose numbers are not their bounds."""
_MEDIAN = 0.5
_ROUNDING = 1e-9
"""How far probabilities may be from 1, since tenths have no exact binary form."""


class Quantity(Frozen):
    """A number that is known, or a distribution of what is known of it.

    `numbers` holds, by shape: known (value); pert (min, likely, max); uniform (low, high); quantiles (p10,
    p50, p90); normal (mean, sd), cut to the unit's bounds; choices (the values). `weights` holds the
    probabilities of choices.
    """

    shape: Shape = "known"
    numbers: tuple[float, ...]
    weights: tuple[float, ...] = ()
    unit: str
    basis: Basis = ()

    @property
    def is_known(self) -> bool:
        """Whether a single value is all there is."""
        return self.shape == "known" or self.low == self.high

    @property
    def low(self) -> float:
        """Least possible value (the 0.1 % point where the shape has no least)."""
        return float(self.at(0.001)) if self.shape in _ENDLESS else min(self.numbers)

    @property
    def high(self) -> float:
        """Greatest possible value (the 99.9 % point where the shape has no greatest)."""
        return float(self.at(0.999)) if self.shape in _ENDLESS else max(self.numbers)

    @property
    def mean(self) -> float:
        """Expected value; PERT by (min + 4 likely + max) / 6 (Malcolm et al. 1959), others in closed form."""
        n = self.numbers
        if self.shape == "pert":
            return (n[0] + 4 * n[1] + n[2]) / 6
        if self.shape == "uniform":
            return (n[0] + n[1]) / 2
        if self.shape == "choices":
            return float(np.dot(n, self.weights))
        if self.shape == "quantiles":
            return float(self.at((np.arange(999) + 0.5) / 999).mean())
        if self.shape == "normal":
            return _mean_of_cut_normal(n[0], n[1], self.unit)
        return n[0]

    def at(self, u: ArrayLike) -> NDArray[np.float64]:
        """Return the quantile at each probability.

        Parameters
        ----------
        u : array_like
            Probabilities in [0, 1], any shape.

        Returns
        -------
        ndarray of float64
            Values in the canonical unit, same shape as `u`.
        """
        p = np.asarray(u, dtype=np.float64)
        return _clip(_QUANTILES[self.shape](self, p), self.unit)


def _mean_of_cut_normal(mean: float, sd: float, unit: str) -> float:
    """Return the mean of a normal whose values beyond the unit's bounds are set to the bounds.

    With a, b the bounds and A, B the same in standard deviations from the mean:
    a Phi(A) + b (1 - Phi(B)) + mean (Phi(B) - Phi(A)) - sd (phi(B) - phi(A)).
    """
    low, high = UNITS[unit].least, UNITS[unit].greatest
    if sd == 0:
        return min(max(mean, low), high)
    a, b = (low - mean) / sd, (high - mean) / sd
    below, above = (math.erfc(-a / math.sqrt(2)) / 2, math.erfc(b / math.sqrt(2)) / 2)
    slope = (math.exp(-b * b / 2) - math.exp(-a * a / 2)) / math.sqrt(2 * math.pi)
    return low * below + high * above + mean * (1 - below - above) - sd * slope


def _at_known(q: Quantity, p: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.full(p.shape, q.numbers[0])


def _at_pert(q: Quantity, p: NDArray[np.float64]) -> NDArray[np.float64]:
    """PERT is a beta on [min, max] with a = 1 + 4 (likely - min) / (max - min) and b = 6 - a."""
    from scipy.special import betaincinv  # noqa: PLC0415  (heavy, only needed when something is uncertain)

    low, likely, high = q.numbers
    if high == low:
        return np.full(p.shape, low)
    a = 1 + 4 * (likely - low) / (high - low)
    return np.asarray(low + (high - low) * betaincinv(a, 6 - a, p), dtype=np.float64)


def _at_uniform(q: Quantity, p: NDArray[np.float64]) -> NDArray[np.float64]:
    return q.numbers[0] + (q.numbers[1] - q.numbers[0]) * p


def _at_quantiles(q: Quantity, p: NDArray[np.float64]) -> NDArray[np.float64]:
    """Straight lines through the three points, drawn on to 0 and 1 with the slope of the nearest piece."""
    p10, p50, p90 = q.numbers
    below = p10 + (p - 0.1) * (p50 - p10) / 0.4
    above = p50 + (p - 0.5) * (p90 - p50) / 0.4
    return np.where(p < _MEDIAN, below, above)


def _at_normal(q: Quantity, p: NDArray[np.float64]) -> NDArray[np.float64]:
    from scipy.special import ndtri  # noqa: PLC0415

    mean, sd = q.numbers
    return np.asarray(mean + sd * ndtri(np.clip(p, 1e-6, 1 - 1e-6)), dtype=np.float64)


def _at_choices(q: Quantity, p: NDArray[np.float64]) -> NDArray[np.float64]:
    edges = np.cumsum(q.weights)[:-1]
    return np.asarray(q.numbers, dtype=np.float64)[np.searchsorted(edges, p, side="right")]


_QUANTILES: dict[Shape, Callable[[Quantity, NDArray[np.float64]], NDArray[np.float64]]] = {
    "known": _at_known,
    "pert": _at_pert,
    "uniform": _at_uniform,
    "quantiles": _at_quantiles,
    "normal": _at_normal,
    "choices": _at_choices,
}


def _clip(values: NDArray[np.float64], unit: str) -> NDArray[np.float64]:
    return np.clip(values, UNITS[unit].least, UNITS[unit].greatest)


def quantity_in(value: Any, unit: str) -> Quantity:
    """Read a quantity as people write it.

    Raises
    ------
    PydanticCustomError
        Unknown form, wrong unit, numbers out of order, probabilities that do not add to 1.
    """
    if isinstance(value, Quantity):
        return value
    if not isinstance(value, dict):
        _refuse_loose_range(value, unit)
        return Quantity(numbers=(number_in(value, unit),), unit=unit)
    keys = frozenset(value) - {"basis", "unit"}
    if keys not in _KEYS:
        raise refusal(
            "fields.no-form",
            keys=listed(sorted(readable(str(key)) for key in keys)),
            cure=_nearest_form(keys, value),
        )
    if value.get("unit", unit) != unit:
        raise refusal("fields.unit-here", "unit", value=quoted(value["unit"]), unit=quoted(unit))
    shape, names = _KEYS[keys]
    if shape == "choices":
        return _choices_in(value, unit)
    numbers = tuple(number_in(value[name], unit if name != "sd" else _sd_unit(unit), name) for name in names)
    _refuse_disorder(shape, names, numbers, value)
    return Quantity(shape=shape, numbers=numbers, unit=unit, basis=value.get("basis", ()))


_PARTED = re.compile(r"\s*(?:[-\u2013\u2014;/]|\b(?:to|and|bis|à)\b)\s*")
"""What people write between the ends of a range."""
_ENDS: tuple[tuple[str, ...], ...] = (("low", "high"), ("min", "likely", "max"))


def _refuse_loose_range(value: Any, unit: str) -> None:
    """Refuse `60% to 90%`, `60-90%` and `[60%, 80%, 90%]`, which say a range, with how one is written."""
    if not isinstance(value, str | list | tuple) or unit == "date":
        return
    split = _PARTED.split(value) if isinstance(value, str) else map(str, value)
    parts = [part for part in split if part]
    names = next((names for names in _ENDS if len(names) == len(parts)), None)
    if names is None:
        return
    bare = [re.sub(rf"^(?:{'|'.join(names)}|from|de|von)\s+", "", part.strip()) for part in parts]
    word = "%" if bare[-1].endswith("%") else ""
    bare = [part if part.endswith("%") else part + word for part in bare]
    try:
        numbers = [number_in(part, unit) for part in bare]
    except PydanticCustomError:
        return
    if numbers == sorted(numbers):
        pairs = [f"{name} {part}" for name, part in zip(names, bare, strict=True)]
        cell, yaml = "; ".join(pairs), ", ".join(pair.replace(" ", ": ", 1) for pair in pairs)
        raise refusal("fields.loose-range", value=shown(value), cell=cell, yaml="{" + yaml + "}")


def _basis_parted(value: dict[Any, Any]) -> str:
    """Return how `{..., basis: A1, L1}` is written, where a comma makes a key of `L1`; empty for others."""
    known = {"basis", "unit", *(name for form in _KEYS for name in form)}
    more = [str(key) for key in value if value[key] is None and key not in known]
    is_parted = more and isinstance(value.get("basis"), str) and list(value)[-len(more) :] == more
    return readable(f"basis: [{', '.join([value['basis'], *more])}]") if is_parted else ""


def _nearest_form(keys: frozenset[Any], value: dict[Any, Any]) -> Message:
    """Return the cure for keys of no form: the key that was misspelt, else the form that is nearest."""
    words = {str(key) for key in keys}
    basis = _basis_parted(value)
    if basis:
        return message("fields.write-it", text=basis)
    every = list(dict.fromkeys(name for form in _KEYS for name in sorted(form)))
    for word in sorted(words - set(every)):
        meant = nearest(word, every)
        if meant is not None and frozenset(words - {word} | {meant}) in _KEYS:
            return message("faults.did-you-mean", near=quoted(meant))
    words = {nearest(word, every) or word for word in words}
    forms = [names or ("choices",) for _, names in _KEYS.values()]
    form = max(forms, key=lambda names: len(words & {*names}) / len(words | {*names}))
    return message("fields.use-form", form="{" + ", ".join(form) + "}")


def _sd_unit(unit: str) -> str:
    return "number" if unit == "date" else unit


def _refuse_disorder(
    shape: Shape, names: tuple[str, ...], numbers: tuple[float, ...], value: dict[str, Any]
) -> None:
    if shape in ("known", "normal"):
        return
    for left, right, a, b in zip(names, names[1:], numbers, numbers[1:], strict=False):
        if a > b:
            found = [f"{name} {readable(str(value[name]))}" for name in (left, right)]
            order = {"low": found[0], "high": found[1], "order": " <= ".join(names)}
            raise refusal("fields.out-of-order", left, left=left, right=right, **order)


def _choices_in(value: dict[str, Any], unit: str) -> Quantity:
    choices = value["choices"]
    if not isinstance(choices, dict) or not choices:
        raise refusal("fields.no-choices", "choices", value=shown(choices))
    numbers = tuple(number_in(key, unit, "choices") for key in choices)
    weights = tuple(number_in(weight, "share", "choices") for weight in choices.values())
    if len(set(numbers)) < len(numbers):
        raise refusal("fields.value-twice", "choices")
    if abs(sum(weights) - 1) > _ROUNDING:
        total = float(sum(weights))
        raise refusal("fields.probabilities-not-1", "choices", sum=total, cure=to_make_1(total))
    return Quantity(
        shape="choices", numbers=numbers, weights=weights, unit=unit, basis=value.get("basis", ())
    )


def to_make_1(total: float) -> Message:
    """Return the cure for parts that add up to something else than 1."""
    off = float(round(total - 1, 6))
    if abs(off) < 1e-6:  # noqa: PLR2004  (as many digits as are told)
        return message("fields.round-parts")
    return message("fields.add-part" if off < 0 else "fields.take-part", off=plainly(abs(off)))


def written(quantity: Quantity) -> Any:
    """Write a quantity as people would: a bare value where nothing else is known, else a mapping.

    Inverse of `quantity_in`.
    """

    def show(number: float) -> Any:
        if quantity.unit == "date":
            return dt.date.fromordinal(int(number)).isoformat()
        return int(number) if number == int(number) else number

    basis: dict[str, Any] = {"basis": list(quantity.basis)} if quantity.basis else {}
    if quantity.shape == "choices":
        return {
            "choices": {_key(show(n)): w for n, w in zip(quantity.numbers, quantity.weights, strict=True)}
        } | basis
    names = next(names for shape, names in _KEYS.values() if shape == quantity.shape)
    if quantity.shape == "known" and not basis:
        return show(quantity.numbers[0])
    shown = {name: (n if name == "sd" else show(n)) for name, n in zip(names, quantity.numbers, strict=True)}
    return shown | basis


def _key(number: Any) -> str:
    """Write a number, or a day, as a key that every form of numbers reads as it."""
    return plainly(number) if isinstance(number, int | float) else str(number)


class Dimension:
    """Marks a `Quantity` field with its unit, so that it reads and writes what people write."""

    def __init__(self, unit: str) -> None:
        self.unit = unit

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read by `quantity_in`, write by `written`."""
        return core_schema.no_info_plain_validator_function(
            partial(quantity_in, unit=self.unit),
            serialization=core_schema.plain_serializer_function_ser_schema(written),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe the forms for editors."""
        forms = [{"type": "object", "required": sorted(keys)} for keys in _KEYS]
        return {
            "description": f"A quantity; {UNITS[self.unit].help}",
            "anyOf": [{"type": ["number", "string"]}, *forms],
        }


Share = Annotated[Quantity, Dimension("share")]
WeeklyShare = Annotated[Quantity, Dimension("share a week")]
MonthlyShare = Annotated[Quantity, Dimension("share a month")]
Weeks = Annotated[Quantity, Dimension("weeks")]
People = Annotated[Quantity, Dimension("people")]
PeopleAYear = Annotated[Quantity, Dimension("people a year")]
Growth = Annotated[Quantity, Dimension("growth a year")]
TimesAYear = Annotated[Quantity, Dimension("times a year")]
Money = Annotated[Quantity, Dimension("money")]
Number = Annotated[Quantity, Dimension("number")]
Day = Annotated[Quantity, Dimension("date")]

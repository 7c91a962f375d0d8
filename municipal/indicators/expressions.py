"""Conditions and formulas written in data: a tiny language read by one safe evaluator.

The language is a whitelist of Python's own syntax: names, numbers, text in quotes, ``+ - * /``, comparisons
(also chained, also ``in (…)``), ``and or not``, an attribute of a named value, and the functions of
``expression_functions``. Nothing else parses, so a rule can be edited by a methodist without becoming a program.

Three answers, not two:

* a **missing** value (``None``, or a name that is not given) makes arithmetic and comparisons with it missing;
  ``and``/``or`` answer anyway where the other side decides. A rule fires only on a plain ``True``.
* a value that was **not asked** (:data:`NOT_ASKED`: the field is not in this form, or does not apply) counts as
  nought in sums, and a comparison with it is not made.

Arithmetic is exact (fractions inside); a division by nought is missing.
"""

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from municipal.indicators.expression_nodes import Node, compile_node
from municipal.indicators.expression_values import NOT_ASKED, ExpressionError, Valued, plain

__all__ = ["NOT_ASKED", "ExpressionError", "Valued", "evaluate", "holds", "names_of"]

_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class _Compiled:
    run: Node
    names: frozenset[str]
    text: str = field(repr=False)


def evaluate(expr: str, values: Mapping[str, object]) -> bool | int | Decimal | None:
    """Work ``expr`` out over ``values``; None where a missing value leaves the answer open.

    ``values`` maps names to ``int``, ``Decimal``, ``bool``, ``str``, ``date``, a mapping or sequence (for ``sum`` and
    ``len``), ``None``, :data:`NOT_ASKED`, or :class:`Valued` for a value that also has attributes.
    Raises ExpressionError for text outside the language and for nonsense such as comparing a date with a number.
    """
    found = plain(_compiled(expr).run(values))
    if isinstance(found, bool):
        return found
    if found is None or found is NOT_ASKED:
        return None
    if isinstance(found, int | Fraction):
        exact = Fraction(found)
        return exact.numerator if exact.denominator == 1 else Decimal(exact.numerator) / exact.denominator
    raise ExpressionError(f"neither a condition nor a number: {expr!r}")


def holds(expr: str, values: Mapping[str, object]) -> bool:
    """True only where the condition is plainly true: a missing value never fires a rule."""
    return evaluate(expr, values) is True


def names_of(expr: str) -> frozenset[str]:
    """The names an expression reads: a loader compares them with its vocabulary, so that a slip is found at once."""
    return _compiled(expr).names


@lru_cache(maxsize=4096)
def _compiled(expr: str) -> _Compiled:
    if len(expr) > _LONGEST:
        raise ExpressionError(f"longer than {_LONGEST} characters: {expr[:40]!r}…")
    try:
        tree = ast.parse(expr.strip(), mode="eval")
    except (SyntaxError, ValueError) as fault:
        raise ExpressionError(f"not an expression: {expr!r}") from fault
    functions = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    names = frozenset(node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in functions)
    return _Compiled(compile_node(tree.body), names, expr)

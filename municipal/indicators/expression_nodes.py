"""The syntax of :mod:`municipal.indicators.expressions`, node by node, turned into closures once."""

import ast
import operator
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from municipal.indicators.expression_functions import FUNCTIONS
from municipal.indicators.expression_values import (
    NOT_ASKED,
    ExpressionError,
    Valued,
    compare_two,
    numeric,
    plain,
    truth_of,
)

Node = Callable[[Mapping[str, object]], object]


def compile_node(node: ast.expr) -> Node:
    """A closure that works ``node`` out over a mapping of names; ExpressionError for what is not whitelisted."""
    build = _BUILDERS.get(type(node))
    if build is None:
        raise ExpressionError(f"not in the language of rules: {ast.unparse(node)!r}")
    return build(node)


def _constant(node: ast.expr) -> Node:
    assert isinstance(node, ast.Constant)
    if not isinstance(node.value, bool | int | float | str):
        raise ExpressionError(f"not in the language of rules: {node.value!r}")
    value = plain(node.value)
    return lambda _: value


def _name(node: ast.expr) -> Node:
    assert isinstance(node, ast.Name)
    name = node.id
    return lambda values: values.get(name)


def _attribute(node: ast.expr) -> Node:
    if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)):
        raise ExpressionError(f"an attribute belongs to a name: {ast.unparse(node)!r}")
    owner, wanted = node.value.id, node.attr

    def run(values: Mapping[str, object]) -> object:
        held = values.get(owner)
        if held is None or held is NOT_ASKED:
            return held
        if not isinstance(held, Valued) or wanted not in held.attributes:
            raise ExpressionError(f"{owner} has no {wanted}")
        return held.attributes[wanted]

    return run


def _tuple(node: ast.expr) -> Node:
    assert isinstance(node, ast.Tuple | ast.List)
    items = [compile_node(item) for item in node.elts]
    return lambda values: tuple(plain(item(values)) for item in items)


def _unary(node: ast.expr) -> Node:
    assert isinstance(node, ast.UnaryOp)
    inside = compile_node(node.operand)
    if isinstance(node.op, ast.Not):

        def negate(values: Mapping[str, object]) -> object:
            truth = truth_of(inside(values))
            return None if truth is None else not truth

        return negate
    if not isinstance(node.op, ast.USub):
        raise ExpressionError(f"not in the language of rules: {ast.unparse(node)!r}")

    def minus(values: Mapping[str, object]) -> object:
        number = numeric(inside(values))
        return number if number is None or number is NOT_ASKED else -number

    return minus


def _binary(node: ast.expr) -> Node:
    assert isinstance(node, ast.BinOp)
    act = _ARITHMETIC.get(type(node.op))
    if act is None:
        raise ExpressionError(f"not in the language of rules: {ast.unparse(node)!r}")
    left, right = compile_node(node.left), compile_node(node.right)
    in_sum = isinstance(node.op, ast.Add | ast.Sub)

    def run(values: Mapping[str, object]) -> object:
        a, b = numeric(left(values)), numeric(right(values))
        if a is None or b is None:
            return None
        if a is NOT_ASKED or b is NOT_ASKED:
            # nought in a sum that has another term; a sum of nothing asked was not asked either
            if not in_sum or a is b:
                return NOT_ASKED
            a, b = (0 if x is NOT_ASKED else x for x in (a, b))
        return act(a, b)

    return run


def _divide(a: int | Fraction, b: int | Fraction) -> int | Fraction | None:
    return Fraction(a) / b if b else None


def _logic(node: ast.expr) -> Node:
    assert isinstance(node, ast.BoolOp)
    parts = [compile_node(part) for part in node.values]
    decisive = isinstance(node.op, ast.Or)

    def run(values: Mapping[str, object]) -> object:
        answer: bool | None = not decisive
        for part in parts:
            truth = truth_of(part(values))
            if truth is decisive:
                return decisive
            if truth is None:
                answer = None
        return answer

    return run


def _compare(node: ast.expr) -> Node:
    assert isinstance(node, ast.Compare)
    if any(type(op) not in _COMPARISONS for op in node.ops):
        raise ExpressionError(f"not in the language of rules: {ast.unparse(node)!r}")
    acts = [_COMPARISONS[type(op)] for op in node.ops]
    sides = [compile_node(side) for side in (node.left, *node.comparators)]

    def run(values: Mapping[str, object]) -> object:
        found = [plain(side(values)) for side in sides]
        answers = [compare_two(act, a, b) for act, a, b in zip(acts, found, found[1:], strict=False)]
        return False if False in answers else (None if None in answers else True)

    return run


def _call(node: ast.expr) -> Node:
    assert isinstance(node, ast.Call)
    act = FUNCTIONS.get(node.func.id) if isinstance(node.func, ast.Name) else None
    if act is None or node.keywords:
        raise ExpressionError(f"not in the language of rules: {ast.unparse(node)!r}")
    arguments = [compile_node(argument) for argument in node.args]
    return lambda values: act([plain(argument(values)) for argument in arguments])


_ARITHMETIC: Final[Mapping[type, Callable[..., int | Fraction | None]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: _divide,
}
_COMPARISONS: Final[Mapping[type, Callable[..., bool]]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda a, b: a in b,
    ast.NotIn: lambda a, b: a not in b,
}
_BUILDERS: Final[Mapping[type, Callable[[ast.expr], Node]]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.Tuple: _tuple,
    ast.List: _tuple,
    ast.UnaryOp: _unary,
    ast.BinOp: _binary,
    ast.BoolOp: _logic,
    ast.Compare: _compare,
    ast.Call: _call,
}

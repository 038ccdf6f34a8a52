import ast

from engine.observe.code import tables
from engine.read.code.code import code_of
from engine.run import Snippet


def code(text):
    return code_of([Snippet("a", 1, text)])


def test_what_a_table_went_through():
    program = code("df = pd.read_csv(f)\nX = df.drop('y')\nX = s.fit_transform(X)\nuse(X)")
    [call] = program.calls_of("use")
    made = [ast.unparse(each) for each in tables.makers(program, call.args[0])]

    assert made == ["s.fit_transform(X)", "df.drop('y')", "pd.read_csv(f)"]
    assert tables.tables_behind(program, call.args[0]) == {"X", "df"}


def test_random_splits():
    program = code("a = train_test_split(x)\nb = train_test_split(x, shuffle=False)")

    assert len(list(tables.random_splits(program))) == 1


def test_rows_that_are_cut_by_position():
    cut = [name for name, _ in tables.both_sides(code("x_train, x_test = x[:9], x[9:]"))]
    index = [name for name, _ in tables.both_sides(code("val = y[o[:n]]\ntrain = y[o[n:]]"))]

    assert cut == ["x"]
    assert index == ["o"]


def test_other_parts_are_no_split():
    for text in ("a, b = x[:9], x[9:]", "x_train, x_test = x[:9], x[8:]", "x_train = x[:9]"):
        assert list(tables.both_sides(code(text))) == []


def test_the_last_assignment_of_a_name():
    program = code("a, b = f()\na = 3\nuse(b)\nuse(c)")
    first, second = program.calls_of("use")

    assert ast.unparse(tables.last_assigned(program, first.args[0]).source) == "f()"
    assert tables.last_assigned(program, second.args[0]) is None


def test_shapes_of_expressions():
    first, second, third = (ast.parse(text) for text in ("a[1] + b", "a[1]+b", "a[2] + b"))

    assert tables.shape(first) == tables.shape(second)
    assert tables.shape(first) != tables.shape(third)


def test_class_of_a_fitted_object():
    program = code("s = StandardScaler()\ns.fit(x)\nt.fit(x)")
    first, second = program.calls_of("fit")

    assert tables.fitted_class(program, first) == "StandardScaler"
    assert tables.fitted_class(program, second) == ""

import pytest

from engine.read.tables.columns import dense, table_of
from engine.read.tables.shapes import upright


def turned(header, *rows):
    table = upright(table_of(header.split(","), [row.split(",") for row in rows]))
    return {name: dense(cells, table.height) for name, cells in table.columns.items()}


def test_steps_above_metrics():
    assert turned("epoch,1,2", "loss,0.9,0.8", "acc,0.5,0.6") == {
        "epoch": ["1", "2"],
        "loss": ["0.9", "0.8"],
        "acc": ["0.5", "0.6"],
    }


@pytest.mark.parametrize(
    ("header", "top"),
    [
        (",1,2", ""),
        (",epoch 1,epoch 2", ""),
        ("metric,train,val", "split"),
        ("metric,resnet,vgg", "run"),
    ],
)
def test_what_the_header_becomes(header, top):
    assert list(turned(header, "loss,0.9,0.8")) == [top, "loss"]


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("epoch,loss,acc", ("1,2,3",)),
        ("model,loss,acc", ("resnet,2,3",)),
        ("metric,value", ("loss,1", "loss,2")),
        ("name,train,val", ("layer,1,2",)),
        ("loss", ("1",)),
        ("a,b", ()),
        ("metric,step,value", ("loss,1,2", "acc,1,3")),
    ],
)
def test_upright_tables_stay(header, rows):
    assert list(turned(header, *rows)) == header.split(",")

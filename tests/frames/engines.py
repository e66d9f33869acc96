"""The engines that frames are tested on: how each gets its frame, and what it is called."""

import os
import sys
from functools import cache

import narwhals.stable.v2 as nw
import polars as pl
import pytest

PARTS = 4
BATCH = 700  # rows, so that few of them make several batches


def polars(table):
    return table


def polars_lazy(table):
    return table.lazy()


def arrow(table):
    """As pyarrow has it: texts as plain strings, not as views that some engines lack."""
    import pyarrow as pa

    found = table.to_arrow()
    fields = [
        pa.field(field.name, pa.string()) if pa.types.is_large_string(field.type) else field
        for field in found.schema
    ]
    return found.cast(pa.schema(fields))


def pandas_numpy(table):
    """Plain numpy columns; whole numbers with missing ones have no place there."""
    days = [name for name, dtype in table.schema.items() if dtype == pl.Date]
    whole = [name for name, dtype in table.schema.items() if dtype == pl.Int64]
    gaps = [name for name in whole if table[name].null_count()]
    frame = pandas_arrow(table)
    types = dict.fromkeys(days, "datetime64[s]") | dict.fromkeys(whole, "int64")
    return frame.astype(types | dict.fromkeys(gaps, "Int64") | texts(table, object))


def pandas_nullable(table):
    days = [name for name, dtype in table.schema.items() if dtype == pl.Date]
    whole = [name for name, dtype in table.schema.items() if dtype == pl.Int64]
    types = dict.fromkeys(days, "datetime64[us]") | dict.fromkeys(whole, "Int64")
    return pandas_arrow(table).astype(types | texts(table, "string"))


def texts(table, dtype):
    names = [name for name, kind in table.schema.items() if kind == pl.String]
    return dict.fromkeys(names, dtype)


def pandas_arrow(table):
    import pandas as pd

    return arrow(table).to_pandas(types_mapper=pd.ArrowDtype)


def duckdb(table):
    import duckdb as engine

    return engine.from_arrow(arrow(table))


def dask(table):
    from dask import dataframe

    return dataframe.from_pandas(pandas_arrow(table), npartitions=PARTS)


@cache
def spark_session():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").appName("frames")
    builder = builder.config("spark.sql.shuffle.partitions", PARTS)  # not 200, on two threads
    return builder.config("spark.ui.enabled", "false").getOrCreate()


def pyspark(table):
    return spark_session().createDataFrame(arrow(table)).repartition(PARTS)


@cache
def connect_session():
    """A session on a Connect server of this machine."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.remote("local[2]").appName("frames")
    return builder.config("spark.sql.shuffle.partitions", PARTS).getOrCreate()


def connect(table):
    return connect_session().createDataFrame(arrow(table)).repartition(PARTS)


ENGINES = {
    "polars": polars,
    "polars lazy": polars_lazy,
    "polars streaming": polars_lazy,
    "pandas numpy": pandas_numpy,
    "pandas Int64": pandas_nullable,
    "pandas pyarrow": pandas_arrow,
    "pyarrow": arrow,
    "duckdb": duckdb,
    "dask": dask,
    "PySpark": pyspark,
}


WITH_FEWER_ROWS = {"PySpark Connect": connect}
"""Engines that are not in the published table: a server of one machine is slow."""

QUICK = "polars,polars lazy,pandas numpy,pyarrow,duckdb"
ASKED = os.environ.get("FRAME_ENGINES", QUICK).split(",")
"""The engines that the tests try; ``nox -s frames`` and ``nox -s spark`` ask for all of them."""


def each_of(engines=ASKED):
    """Engines as a test's parameters; branches are watched on those that have some of their own."""
    watched = {"polars", "polars lazy", "pyarrow", "dask"}
    unwatched = pytest.mark.no_cover
    return [
        engine if engine in watched else pytest.param(engine, marks=unwatched) for engine in engines
    ]


def collected(frame, engine):
    """A result as a polars frame."""
    if engine == "polars streaming":
        with pl.Config(streaming_chunk_size=BATCH):
            return frame.collect(engine="streaming")
    frame = nw.from_native(frame)
    if isinstance(frame, nw.LazyFrame):
        frame = frame.collect()
    return frame.to_polars()

"""DuckDB: SQL over tables of text."""

import os

import duckdb

from peer import FOLDER, THREADS, path, serve

db = duckdb.connect()
db.execute(f"SET threads={THREADS}; SET memory_limit='16GB'; SET temp_directory='{path('spill')}'")


def q(text):
    return db.execute(text).fetchall()


def table(name, file):
    q(f"CREATE OR REPLACE TABLE {name} AS FROM read_csv('{path(file)}')")


def load(name, file):
    def task(graph):
        return lambda: table(name, file), lambda _: q(f"SELECT count(*) FROM {name}")[0][0]

    return task


HEADLINE = """
SELECT f.target, count(i.person) / count(*) AS share
FROM f LEFT JOIN (SELECT person FROM i WHERE topic = 't3' AND weight >= 0.5) i ON i.person = f.source
GROUP BY 1 {}
"""
BY_TRUST = """
SELECT f.target, sum(CASE WHEN i.person IS NOT NULL THEN trust END) / sum(trust) AS share
FROM f LEFT JOIN (SELECT person FROM i WHERE topic = 't3' AND weight >= 0.5) i ON i.person = f.source
GROUP BY 1 {}
"""


def headline(text):
    def task(graph):
        table("f", "trust.csv")
        table("i", "interests.csv")
        shares = q(text.format(f"HAVING f.target = '{graph.topName}'"))[0][1]
        question = text.format("HAVING count(*) >= 100 ORDER BY share DESC, 1 LIMIT 10")
        return lambda: q(question), lambda _: shares

    return task


def save(graph):
    table("f", "trust.csv")
    table("i", "interests.csv")
    file = path("saved.duckdb")

    def work():
        if os.path.exists(file):
            os.remove(file)
        q(f"ATTACH '{file}' AS o; CREATE TABLE o.f AS FROM f; CREATE TABLE o.i AS FROM i; DETACH o")

    return work, lambda _: None


serve(
    {
        "load-follows": load("f", "follows.csv"),
        "load-trust": load("f", "trust.csv"),
        "headline": headline(HEADLINE),
        "headline-by-trust": headline(BY_TRUST),
        "snapshot-save": save,
    },
    duckdb.__version__,
)

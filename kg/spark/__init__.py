"""Many machines: Spark reads the articles, and joins what they say.

With the extra `spark`, and kg installed where the workers run:

>>> from kg.spark import extract, pieces                     # doctest: +SKIP
>>> read = extract(spark.read.json("archive/*.jsonl"))       # doctest: +SKIP
>>> read.write.parquet("extractions")                        # doctest: +SKIP
"""

from kg.spark.joining import pieces
from kg.spark.reading import extract

__all__ = ["extract", "pieces"]

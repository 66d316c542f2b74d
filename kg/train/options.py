"""Arguments and options that several commands of the recipe share."""

from pathlib import Path

import click

base_option = click.option(
    "--base",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="Jar of the pretrained encoder, from Maven Central.",
)
model_argument = click.argument("model", type=click.Path(exists=True, path_type=Path))
data_argument = click.argument("data", type=click.Path(exists=True, path_type=Path))

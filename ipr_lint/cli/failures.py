"""Every way a run can fail -> one clear line on standard error and exit code 2 (130 on interrupt)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from ipr_lint.config import ConfigError
from ipr_lint.nlp.pipelines import PipelineError
from ipr_lint.typed_yaml import ComplaintError


@contextmanager
def one_line() -> Iterator[None]:
    """Turn the failures that a user can mend into one line."""
    try:
        yield
    except (ConfigError, PipelineError, ComplaintError) as error:
        click.echo(f"ipr-lint: {error}", err=True)
        sys.exit(2)
    except KeyboardInterrupt:
        click.echo("ipr-lint: avbrutt", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)

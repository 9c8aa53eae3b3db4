"""ipr-lint: checks outgoing drafts against the communication strategy of Osloregionen IPR."""

__version__ = "0.1.0"

"""The head that tells early in the network whether a passage is worth reading on: fitted when all else is trained.

A logistic regression over the mean state after EARLY layers: passages that convey or deny a message against all others.
Fitted to the end (L-BFGS), which the steps of the training would not do.
"""
from __future__ import annotations

from collections.abc import Sequence

import torch
from data import Example, collate
from network import EARLY, Encoder, mean
from sentencepiece import SentencePieceProcessor as Vocabulary
from torch.nn import functional

PENALTY, STEPS, SIZE = 2e-3, 300, 32


def fit(model: Encoder, vocabulary: Vocabulary, examples: Sequence[Example]) -> None:
    """Set the weights of `model.promise`."""
    parts = [collate(vocabulary, examples[i:i + SIZE]) for i in range(0, len(examples), SIZE)]
    with torch.no_grad():
        x = torch.cat([mean(model.eval().states(part.ids, part.mask, EARLY), part.mask) for part in parts])
    wanted = torch.tensor([max(one.wanted) for one in examples])
    centre, spread = x.mean(0), x.std(0) + 1e-6
    weight, bias = torch.zeros(x.shape[1], requires_grad=True), torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.LBFGS([weight, bias], max_iter=STEPS)

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        odds = (x - centre) / spread @ weight + bias
        loss = functional.binary_cross_entropy_with_logits(odds, wanted) + PENALTY * (weight ** 2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    with torch.no_grad():
        model.promise.weight.copy_((weight / spread)[None])
        model.promise.bias.copy_(bias - (weight / spread * centre).sum())

"""The encoder with its heads in PyTorch: token ids in, logits for each mention and each passage out."""
from __future__ import annotations

import torch
from source import Floats, Shape
from torch import Tensor, nn
from torch.nn import functional

DROPOUT = 0.1
EARLY = 2  # layers after which most ordinary text shows that it says nothing of the messages


def tensor(values: Floats, *shape: int) -> Tensor:
    """A trainable copy in a given shape."""
    return torch.from_numpy(values.copy()).view(*shape)


def linear(tensors: dict[str, Floats], name: str, outer: int) -> nn.Linear:
    """A dense layer with the weights called `name`."""
    weight = tensor(tensors[f"{name}.w"], outer, -1)
    layer = nn.Linear(weight.shape[1], outer)
    layer.weight.data, layer.bias.data = weight, tensor(tensors[f"{name}.b"], outer)
    return layer


def norm(tensors: dict[str, Floats], name: str, shape: Shape) -> nn.LayerNorm:
    """A layer norm with the weights called `name`."""
    layer = nn.LayerNorm(shape.width, eps=shape.epsilon)
    layer.weight.data, layer.bias.data = tensor(tensors[f"{name}.w"], -1), tensor(tensors[f"{name}.b"], -1)
    return layer


class Layer(nn.Module):
    """One transformer layer, norms after (BERT)."""

    def __init__(self, tensors: dict[str, Floats], index: int, shape: Shape) -> None:
        super().__init__()
        at, self.heads = f"l{index}.", shape.heads
        self.q, self.k, self.v, self.ao = (linear(tensors, at + n, shape.width) for n in ("q", "k", "v", "ao"))
        self.fi, self.fo = linear(tensors, at + "fi", shape.inner), linear(tensors, at + "fo", shape.width)
        self.aln, self.oln = norm(tensors, at + "aln", shape), norm(tensors, at + "oln", shape)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: texts × pieces × width."""
        texts, pieces, width = x.shape
        q, k, v = (f(x).view(texts, pieces, self.heads, -1).transpose(1, 2) for f in (self.q, self.k, self.v))
        rate = DROPOUT if self.training else 0.0
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=rate)
        x = self.aln(x + self.drop(self.ao(seen.transpose(1, 2).reshape(texts, pieces, width))))
        # the tanh form, so that plain numpy can run it (no erf there)
        return self.oln(x + self.drop(self.fo(functional.gelu(self.fi(x), approximate="tanh"))))


class Encoder(nn.Module):
    """The first `depth` layers, a head for mentions (log-odds organisation : area), one for passages (six messages
    conveyed, six denied), and one early in the network: whether a passage is worth reading on (see promise.py)."""

    def __init__(self, shape: Shape, tensors: dict[str, Floats], ids: list[int], depth: int) -> None:
        super().__init__()
        table = tensor(tensors["emb.word"], -1, shape.width)[ids]
        self.word = nn.Embedding.from_pretrained(table, freeze=True)
        place = tensor(tensors["emb.pos"], -1, shape.width) + tensor(tensors["emb.type"], -1)[:shape.width]
        self.place = nn.Parameter(place, requires_grad=False)
        self.ln = norm(tensors, "emb.ln", shape)
        self.layers = nn.ModuleList(Layer(tensors, i, shape) for i in range(depth))
        self.drop = nn.Dropout(0.15)
        self.mention, self.passage = nn.Linear(2 * shape.width, 1), nn.Linear(shape.width, 12)
        self.promise = nn.Linear(shape.width, 1)

    def states(self, ids: Tensor, mask: Tensor, depth: int | None = None) -> Tensor:
        """The states after `depth` layers, or the last ones."""
        x = self.ln(self.word(ids) + self.place[:ids.shape[1]])
        for layer in self.layers[:depth]:
            x = layer(x, mask[:, None, None, :].bool())
        return x

    def mentions(self, ids: Tensor, mask: Tensor, span: Tensor) -> Tensor:
        """Log-odds of the organisation for the pieces marked in `span`."""
        x = self.states(ids, mask)
        both = torch.cat([mean(x, span), mean(x, mask)], dim=-1)
        return self.mention(self.drop(both)).squeeze(-1).float()

    def passages(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Twelve log-odds: B1–B6 conveyed, B1–B6 denied."""
        x = self.states(ids, mask)
        return self.passage(self.drop(mean(x, mask))).float()


def mean(x: Tensor, mask: Tensor) -> Tensor:
    """The mean of the marked pieces' states."""
    return (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1)

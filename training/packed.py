"""The network as it is shipped: all sentences of a pack in one row, without padding, each blind to the others."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.network import FAR, Layer, Network

INPUTS = ("ids", "case", "pos", "block", "first")
OUTPUTS = ("upos", "xpos", "ner", "arc", "head", "rel", "lower", "upper")


def joined(*linears: nn.Linear) -> nn.Linear:
    """One linear map that does the work of several on the same input."""
    weight = torch.cat([linear.weight.detach() for linear in linears])
    both = nn.Linear(weight.shape[1], weight.shape[0])
    both.weight.data = weight
    both.bias.data = torch.cat([linear.bias.detach() for linear in linears])
    return both


class PackedLayer(nn.Module):
    """A layer whose queries carry the scale of attention in their weights."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer = layer
        self.qkv = joined(layer.qkv)
        hidden = self.qkv.in_features
        self.qkv.weight.data[:hidden] /= math.sqrt(hidden // layer.heads)
        self.qkv.bias.data[:hidden] /= math.sqrt(hidden // layer.heads)

    def forward(self, x: Tensor, unseen: Tensor) -> Tensor:
        layer, hidden = self.layer, self.qkv.in_features
        query, key, value = self.qkv(x).view(-1, 3, layer.heads, hidden // layer.heads).permute(1, 2, 0, 3).unbind(0)
        weights = functional.softmax(query @ key.transpose(1, 2) + unseen, -1)
        context = (weights @ value).transpose(0, 1).reshape(-1, hidden)
        x = layer.norm1(x + layer.out(context))
        found: Tensor = layer.norm2(x + layer.down(functional.gelu(layer.up(x))))
        return found


class Packed(nn.Module):
    """Inputs and outputs are one-dimensional over a pack; see `pieces.Pack`.

    Out come: UPOS and XPOS (best label a word), `ner` (scores), `arc` (scores, -10000 outside the sentence), `head`
    (the best, a place in `first`), `rel` (the best for that head), and the rows of words that a network of spans goes on
    from: `lower` (where only words are kept) and `upper` (at the top). A root has its own row, whose labels mean nothing.
    """

    def __init__(self, net: Network) -> None:
        super().__init__()
        self.net = net
        self.layers = nn.ModuleList(PackedLayer(layer) for layer in net.layers if isinstance(layer, Layer))
        self.tags = joined(net.upos, net.xpos, net.names)
        self.views = joined(net.arc_dependent, net.arc_head, net.relation_dependent, net.relation_head)
        self.relation = nn.Parameter(net.relation.detach().permute(1, 0, 2).flatten(1))

    def forward(self, ids: Tensor, case: Tensor, pos: Tensor, block: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        net, shape = self.net, self.net.shape
        x = net.norm(net.word(ids) + net.place(pos) + net.case(case))
        unseen = apart(block)
        outside = apart(block[first])
        for number, layer in enumerate(self.layers):
            if number == shape.words_from:
                x, unseen = x[first], outside
                lower = x
            x = layer(x, unseen)
        if shape.words_from >= len(self.layers):
            lower = x = x[first]
        sizes = [linear.out_features for linear in (net.upos, net.xpos, net.names)]
        upos, xpos, names = torch.split(self.tags(x), sizes, -1)
        views = functional.gelu(self.views(x))
        dependent, heads, rel_dependent, rel_heads = torch.split(views, 2 * [shape.arc] + 2 * [shape.relation], -1)
        arc = dependent @ net.arc @ heads.transpose(0, 1) + net.arc_bias(heads).transpose(0, 1) + outside
        head = arc.argmax(-1)
        inner = (rel_dependent @ self.relation).view(-1, net.relation_bias.out_features, shape.relation)
        own = rel_heads[head]
        rel = (inner * own.unsqueeze(1)).sum(-1) + net.relation_bias(torch.cat([rel_dependent, own], -1))
        return upos.argmax(-1), xpos.argmax(-1), names, arc, head, rel.argmax(-1), lower, x


def apart(block: Tensor) -> Tensor:
    """What keeps rows of different sentences from seeing one another."""
    return (block.unsqueeze(0) != block.unsqueeze(1)).float() * FAR

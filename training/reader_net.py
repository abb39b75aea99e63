"""What is trained: one encoder with heads for grammar, names and statements, and a role head that looks at one cue at a time.

The names of the weights are those that `export_reader.py` and `export_roles.py` read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from reader_sizes import (
    ARC,
    EPSILON,
    FAR,
    HEADS,
    LAYERS,
    PLACES,
    RELATION,
    ROLE,
    ROLE_HEADS,
    ROLE_LAYERS,
    SHAPES,
    SMALL,
    STATES,
    TAGS,
    VOCABULARY,
    WIDE,
    WIDTH,
)
from torch import Tensor, nn
from torch.nn import functional

DROP = 0.1
NEVER = -1e4


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Units side by side: pieces (units × pieces), words (units × words), and which of these are filled.

    `firsts` is the first piece of each word, `sentences` its sentence, `quotes` whether it is quoted.
    """

    ids: Tensor
    shapes: Tensor
    states: Tensor
    filled: Tensor
    firsts: Tensor
    words: Tensor
    sentences: Tensor
    quotes: Tensor


class Attention(nn.Module):
    """Self-attention of one layer of the encoder; `self` and `output` are the names that the pretrained weights bear."""

    def __init__(self) -> None:
        super().__init__()
        self.self = nn.ModuleDict({n: nn.Linear(WIDTH, WIDTH) for n in ("query", "key", "value")})
        self.output = nn.ModuleDict({"dense": nn.Linear(WIDTH, WIDTH), "LayerNorm": nn.LayerNorm(WIDTH, eps=EPSILON)})

    def forward(self, x: Tensor, mask: Tensor, drop: float) -> Tensor:
        """Units × pieces × 384 in and out."""
        units, pieces, _ = x.shape
        query, key, value = (self.self[n](x).view(units, pieces, HEADS, -1).transpose(1, 2) for n in ("query", "key", "value"))
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = self.output["dense"](seen.transpose(1, 2).reshape(units, pieces, WIDTH))
        out: Tensor = self.output["LayerNorm"](x + functional.dropout(seen, drop, training=self.training))
        return out


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.attention = Attention()
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(WIDTH, WIDE)})
        self.output = nn.ModuleDict({"dense": nn.Linear(WIDE, WIDTH), "LayerNorm": nn.LayerNorm(WIDTH, eps=EPSILON)})

    def forward(self, x: Tensor, mask: Tensor, drop: float) -> Tensor:
        """Units × pieces × 384 in and out."""
        x = self.attention(x, mask, drop)
        wide = self.output["dense"](functional.gelu(self.intermediate["dense"](x)))
        out: Tensor = self.output["LayerNorm"](x + functional.dropout(wide, drop, training=self.training))
        return out


class Encoder(nn.Module):
    """The encoder: word pieces to vectors. The lowest `still` layers are not trained."""

    def __init__(self, still: int) -> None:
        super().__init__()
        self.embeddings = nn.ModuleDict(
            {
                "word_embeddings": nn.Embedding(VOCABULARY, WIDTH),
                "position_embeddings": nn.Embedding(PLACES, WIDTH),
                "token_type_embeddings": nn.Embedding(2, WIDTH),
                "LayerNorm": nn.LayerNorm(WIDTH, eps=EPSILON),
            }
        )
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList([Layer() for _ in range(LAYERS)])})
        self.still = still
        layers: Any = self.encoder["layer"]
        for part in [self.embeddings, *layers[:still]]:
            part.requires_grad_(requires_grad=False)

    @torch.no_grad()
    def below(self, pieces: Tensor, filled: Tensor) -> Tensor:
        """What the still layers make of `pieces`: units × pieces × 384, the embeddings with shapes and quotes."""
        places = self.embeddings["position_embeddings"].weight[: pieces.size(1)]
        x = self.embeddings["LayerNorm"](pieces + places + self.embeddings["token_type_embeddings"].weight[0])
        layers: Any = self.encoder["layer"]
        for layer in layers[: self.still]:
            x = layer(x, _mask(filled, HEADS), 0.0)
        return x

    def forward(self, below: Tensor, filled: Tensor) -> Tensor:
        """What the other layers make of that."""
        layers: Any = self.encoder["layer"]
        for layer in layers[self.still :]:
            below = layer(below, _mask(filled, HEADS), DROP)
        return below


def _mask(filled: Tensor, heads: int) -> Tensor:
    """What attention adds to each score: nothing, or, for what is not there, enough to forget it."""
    return torch.where(filled, 0.0, NEVER)[:, None, None].expand(-1, heads, filled.size(1), -1)


class RoleLayer(nn.Module):
    """One layer of the role head, normalised before each half."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.o = nn.Linear(ROLE, 3 * ROLE), nn.Linear(ROLE, ROLE)
        self.f1, self.f2 = nn.Linear(ROLE, 2 * ROLE), nn.Linear(2 * ROLE, ROLE)
        self.n1, self.n2 = nn.LayerNorm(ROLE), nn.LayerNorm(ROLE)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Cues × words × 192 in and out."""
        cues, words, _ = x.shape
        query, key, value = self.qkv(self.n1(x)).view(cues, words, 3, ROLE_HEADS, -1).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        x = x + functional.dropout(self.o(seen.transpose(1, 2).reshape(cues, words, ROLE)), DROP, training=self.training)
        return x + functional.dropout(self.f2(functional.gelu(self.f1(self.n2(x)))), DROP, training=self.training)


class Roles(nn.Module):
    """For one cue at a time: which words are its source, its own and its content."""

    def __init__(self) -> None:
        super().__init__()
        self.tok, self.cue, self.flat = nn.Linear(WIDTH, ROLE), nn.Linear(WIDTH, ROLE), nn.Linear(TAGS, ROLE)
        self.dist, self.samesent, self.quo = nn.Embedding(2 * FAR + 1, ROLE), nn.Embedding(2, ROLE), nn.Embedding(STATES, ROLE)
        self.layers = nn.ModuleList([RoleLayer() for _ in range(ROLE_LAYERS)])
        self.norm, self.out, self.skip = nn.LayerNorm(ROLE), nn.Linear(ROLE, TAGS), nn.Parameter(torch.tensor(0.3))

    def forward(self, words: Tensor, flat: Tensor, batch: Batch, rows: Tensor, cues: Tensor) -> Tensor:
        """Scores, cues × words × 7; `flat` are probabilities, `rows` the unit of each cue and `cues` its first word."""
        w, p, filled = words[rows], flat[rows], batch.words[rows]
        sentences, quotes = batch.sentences[rows], batch.quotes[rows]
        far = (torch.arange(w.size(1))[None] - cues[:, None]).clamp(-FAR, FAR) + FAR
        cue = w.gather(1, cues.view(-1, 1, 1).expand(-1, -1, w.size(2)))
        same = (sentences == sentences.gather(1, cues[:, None])).long()
        x = self.tok(w) + self.cue(cue) + self.flat(p) + self.dist(far) + self.samesent(same) + self.quo(quotes)
        mask = _mask(filled, ROLE_HEADS)
        for layer in self.layers:
            x = layer(x, mask)
        scores: Tensor = self.out(self.norm(x)) + self.skip * (p + SMALL).log()
        return scores


class Reader(nn.Module):
    """Everything on one pass of the encoder."""

    def __init__(self, sizes: dict[str, int], still: int) -> None:
        super().__init__()
        self.enc, self.role = Encoder(still), Roles()
        self.shape, self.quote = nn.Embedding(SHAPES, WIDTH), nn.Embedding(STATES, WIDTH)
        self.flat = nn.Linear(WIDTH, TAGS)
        self.xpos, self.upos, self.ner = (nn.Linear(WIDTH, sizes[n]) for n in ("xpos", "upos", "ner"))
        self.ad, self.ah = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.rd, self.rh = nn.Linear(WIDTH, RELATION), nn.Linear(WIDTH, RELATION)
        self.U = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.V = nn.Parameter(torch.zeros(sizes["rel"], RELATION + 1, RELATION + 1))
        for part in (self.shape, self.quote):
            part.requires_grad_(requires_grad=False)

    @torch.no_grad()
    def below(self, batch: Batch) -> Tensor:
        """What the still layers make of a batch: units × pieces × 384."""
        words = self.enc.embeddings["word_embeddings"](batch.ids)
        out: Tensor = self.enc.below(words + self.shape(batch.shapes) + self.quote(batch.states), batch.filled)
        return out

    def encode(self, below: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
        """The mark before each unit (units × 1 × 384) and the words' vectors (units × words × 384)."""
        x = self.enc(below, batch.filled)
        x = functional.dropout(x, DROP, training=self.training)
        return x[:, :1], x.gather(1, batch.firsts[..., None].expand(-1, -1, WIDTH))

    def arcs(self, mark: Tensor, words: Tensor, batch: Batch) -> Tensor:
        """The score of each head of each word: units × words × (1 + words); heads are words of the same sentence, or the mark."""
        hanging, holding = functional.gelu(self.ad(words)), functional.gelu(self.ah(torch.cat([mark, words], 1)))
        scores = (hanging @ self.U[:-1] + self.U[-1]) @ holding.transpose(1, 2)
        inside = (batch.sentences[:, :, None] == batch.sentences[:, None]) & batch.words[:, None]
        return scores.masked_fill(~torch.cat([torch.ones_like(inside[:, :, :1]), inside], 2), NEVER)

    def relations(self, mark: Tensor, words: Tensor, heads: Tensor) -> Tensor:
        """The score of each relation of a word to its head: words × relations, of the words chosen by `heads` ≥ 0."""
        chosen = (heads >= 0).nonzero(as_tuple=True)
        holders = torch.cat([mark, words], 1)[chosen[0], heads[chosen]]
        hanging, holding = functional.gelu(self.rd(words[chosen])), functional.gelu(self.rh(holders))
        one = torch.ones_like(hanging[:, :1])
        hanging, holding = torch.cat([hanging, one], 1), torch.cat([holding, one], 1)
        kinds, size, _ = self.V.shape
        table = self.V.permute(1, 0, 2).reshape(size, -1)
        return ((hanging @ table).view(-1, kinds, size) @ holding[:, :, None]).squeeze(-1)


def sizes(labels: dict[str, Sequence[str]]) -> dict[str, int]:
    """How many labels each head tells apart."""
    return {name: len(values) for name, values in labels.items()}

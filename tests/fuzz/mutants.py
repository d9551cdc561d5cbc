"""From seeds to mutants: number `index` of a series is the same bytes each time, for the same seeds."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tests.fuzz import fit, octets, texts
from tests.fuzz.octets import Mutation
from tests.fuzz.packed import inside
from tests.fuzz.seeds import Seed, Shape, shape_of


@dataclass(frozen=True, slots=True)
class Mutant:
    """One input, and how it came to be."""

    data: bytes
    history: str


def mutant(seeds: Sequence[Seed], series: int, index: int) -> Mutant:
    """The mutant with this number of a series; every series begins with other ones."""
    draw = Random(f"{series}:{index}")
    seed, other = draw.choice(seeds), draw.choice(seeds)
    data, steps = seed.data, [seed.name]
    for _ in range(1 + (draw.random() < 0.4) + (draw.random() < 0.2)):
        if not data:
            break
        mutation = draw.choice(_mutations(draw, data))
        data = mutation(draw, data, other.data)
        steps.append(f"{mutation.__module__.rsplit('.', 1)[-1]}.{mutation.__name__}")
    return Mutant(data, " > ".join(steps))


def check_of(seeds: Sequence[Seed]) -> str:
    """Tells whether two machines have the same seeds, and so the same mutants."""
    return f"{zlib.crc32(b''.join(seed.name.encode() + seed.data for seed in seeds)):08x}"


def _mutations(draw: Random, data: bytes) -> Sequence[Mutation]:
    """What knows the shape of the data, mostly; what knows nothing, else."""
    if draw.random() < 0.3:
        return octets.MUTATIONS
    return _BY_SHAPE[shape_of(data)]


def _once(draw: Random, data: bytes, other: bytes) -> bytes:
    return draw.choice(_mutations(draw, data))(draw, data, other)


_PACKED = inside(_once)
_BY_SHAPE: dict[Shape, Sequence[Mutation]] = {
    Shape.FIT: fit.MUTATIONS,
    Shape.XML: texts.MUTATIONS,
    Shape.TEXT: texts.MUTATIONS,
    Shape.ZIP: _PACKED,
    Shape.GZIP: _PACKED,
    Shape.OTHER: octets.MUTATIONS,
}

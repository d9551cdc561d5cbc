"""Load models, one per file; LOAD_MODELS lists them, the default first."""

from collections.abc import Mapping
from types import MappingProxyType

from footfall.metrics.load.clinic import Clinic
from footfall.metrics.load.ground_force import GroundForce
from footfall.metrics.load.model import LoadModel
from footfall.metrics.load.plain_count import PlainCount
from footfall.metrics.load.shrinkage import Shrinkage
from footfall.metrics.load.weighted import Weighted

_ALL: tuple[LoadModel, ...] = (
    GroundForce(),
    Clinic(),
    PlainCount(),
    Weighted(4, "daily stress stimulus with exponent 4 (Whalen 1988, J Biomech 21:825): bone, not the spine"),
    Weighted(10, "spine segments in vitro: load^2.0 x cycles^0.2 (Coenen 2012, doi 10.1016/j.clinbiomech.2012.07.010)"),
    Shrinkage(),
)

LOAD_MODELS: Mapping[str, LoadModel] = MappingProxyType({model.name: model for model in _ALL})
"""Name -> model."""

DEFAULT_LOAD_MODEL = "ground-force"

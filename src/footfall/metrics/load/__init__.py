"""Load models, one per file; LOAD_MODELS lists them, the default first."""

from collections.abc import Mapping
from types import MappingProxyType

from footfall.metrics.load.clinic import Clinic
from footfall.metrics.load.ground_force import GroundForce
from footfall.metrics.load.model import LoadModel

_ALL: tuple[LoadModel, ...] = (GroundForce(), Clinic())

LOAD_MODELS: Mapping[str, LoadModel] = MappingProxyType({model.name: model for model in _ALL})
"""Name -> model."""

DEFAULT_LOAD_MODEL = "ground-force"

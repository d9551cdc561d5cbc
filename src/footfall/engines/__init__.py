"""Where a callable is mapped over chunks: in this process, in several, or on a cluster. An engine does not know the work."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from footfall.engines.engine import Engine, Options


def _serial(options: Options) -> Engine:
    from footfall.engines.serial import Serial

    return Serial(options)


def _processes(options: Options) -> Engine:
    from footfall.engines.processes import Processes

    return Processes(options)


def _dask(options: Options) -> Engine:
    from footfall.engines.dask import Dask  # the extra [cluster]: only who asks for it needs it

    return Dask(options)


ENGINES: Mapping[str, Callable[[Options], Engine]] = MappingProxyType({"serial": _serial, "processes": _processes, "dask": _dask})
"""Name on the command line -> what makes it. Use it as a context manager: `with ENGINES[name](options) as engine`."""

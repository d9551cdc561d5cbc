"""Files that can be read once only, standard input above all: what became of them is noted as they are gathered."""

from collections.abc import Iterator, Sequence

from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.model.run import Run
from footfall.workflow.file_status import ItemTold, of_head, of_problem
from footfall.workflow.gathered import Gathered, Gathering
from footfall.workflow.reading import Asked, Met, Reading


class Noting:
    """A Gathering that notes what it gives of some files. `told` has it, by the path of the file."""

    def __init__(self, gathering: Gathering, paths: Sequence[str]) -> None:
        self._gathering = gathering
        self.told: dict[str, list[ItemTold]] = {path: [] for path in paths}

    def __iter__(self) -> Iterator[Gathered | Problem]:
        for one in self._gathering:
            path = next((path for path in self.told if one.path == path or one.path.startswith(f"{path}/")), None)
            if path is not None:
                within = one.path.removeprefix(path)
                told = of_problem(one, within) if isinstance(one, Problem) else of_head(one.reading.head, within)
                self.told[path].append(told)
            yield one

    def again(self, path: str, asked: Asked) -> Reading | None:
        """As in Gathering."""
        return self._gathering.again(path, asked)

    def run(self, met: Met, asked: Asked) -> Run | None:
        """As in Gathering."""
        return self._gathering.run(met, asked)

    def joined(self, key: str) -> Measured | None:
        """As in Gathering."""
        return self._gathering.joined(key)

    def keep_joined(self, key: str, measured: Measured) -> None:
        """As in Gathering."""
        self._gathering.keep_joined(key, measured)

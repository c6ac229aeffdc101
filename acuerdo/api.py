"""The Python face: open a graph, ask it, take it elsewhere.

>>> import acuerdo
>>> graph = acuerdo.open()
>>> answer = graph.ask("who-must-act", "hled", as_of="2021-06-01")
>>> answer.rows[0].role
'responsible'
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from .graph.dataset import Dataset, assemble, with_quotes
from .ontology.registry import load, load_bundled
from .settings import settings
from .texts import find_texts, text_files

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import networkx as nx
    import rdflib

    from .ontology.model import Registry
    from .queries.answer import Answer

__all__ = ["Graph", "open", "open_registry"]


@dataclass(frozen=True, slots=True)
class Graph:
    """A dataset with its questions; what `open` gives.

    Parameters
    ----------
    dataset
        Entities, facts, passages and sources.
    """

    dataset: Dataset = field(repr=False)

    def ask(self, question: str, *targets: str, **arguments: str | date) -> Answer:
        """Ask a question of the catalogue.

        Parameters
        ----------
        question
            Its id, as `who-must-act`.
        *targets
            Values of its first parameters, in order.
        **arguments
            Values of parameters by name; dates as `datetime.date` or ISO 8601.

        Raises
        ------
        InputError
            The question, a parameter or a value is not known.
        """
        from .queries.arguments import named
        from .queries.ask import ask
        from .queries.backends import InMemory

        texts = {name: str(value) for name, value in arguments.items()}  # a date is written as ISO 8601
        return ask(question, InMemory(self.dataset), named(question, targets, texts))

    def what_if(
        self,
        *,
        as_of: str | date,
        lang: str = "en",
        without: Sequence[str] = (),
        lapse: Sequence[str] = (),
        delay: Mapping[str, str | date] = MappingProxyType({}),
        restore: Sequence[str] = (),
    ) -> Answer:
        """Say what stalls, loses its basis, is late or comes nearer, and why.

        Parameters
        ----------
        as_of
            The day.
        lang
            Language of the answer.
        without
            Bodies that do not act, by id or name.
        lapse
            Agreements, programmes or mechanisms that lapse.
        delay
            Provisions, each with the first day on which it is done.
        restore
            Mechanisms that are active again.

        Raises
        ------
        InputError
            A name or a date is not known.

        Examples
        --------
        >>> import acuerdo
        >>> answer = acuerdo.open().what_if(lapse=["usmca"], as_of="2021-06-01")
        >>> next(row.outcome for row in answer.rows if row.thing == "competitiveness-committee")
        'loses-basis'
        """
        from .queries.ask import day_of
        from .queries.backends import InMemory
        from .queries.what_if import Scenario, what_if

        delays = [f"{name}={day}" for name, day in delay.items()]
        names = {"without": without, "lapse": lapse, "restore": restore, "delay": delays}
        scenario = Scenario.of(names, InMemory(self.dataset))
        return what_if(self.dataset, scenario, day_of(str(as_of)), lang)

    def reach(self, goal: str, *, as_of: str | date, action: str = "restore", lang: str = "en") -> Answer:
        """Say the smallest sets of bodies whose action makes a goal reachable.

        Parameters
        ----------
        goal
            A provision, or a thing for which provisions want the action; by id or name.
        as_of
            The day.
        action
            What is to be done to the goal, if it is no provision.
        lang
            Language of the answer.

        Raises
        ------
        InputError
            A name or a date is not known, or there are too many sets.
        """
        from .queries.ask import day_of, identified
        from .queries.backends import InMemory
        from .queries.what_if import reach

        return reach(self.dataset, identified(goal, InMemory(self.dataset)), action, day_of(str(as_of)), lang)

    def to_networkx(self, *, as_of: str | date | None = None) -> nx.MultiDiGraph[str]:
        """Make a `networkx.MultiDiGraph`, keyed by fact id; of the facts possible on a day, if one is given."""
        from .graph.dataset import as_of as on
        from .graph.exports.network import to_networkx
        from .queries.ask import day_of

        return to_networkx(on(self.dataset, day_of(str(as_of))) if as_of else self.dataset)

    def to_rdflib(self) -> rdflib.Graph:
        """Make an `rdflib.Graph` of the RDF export."""
        import rdflib

        from .graph.exports.rdf import ntriples

        return rdflib.Graph().parse(data=ntriples(self.dataset), format="nt")


def open(  # noqa: A001  (the name that people type: acuerdo.open)
    *, registry: Sequence[str | Path] = (), reports: Sequence[str | Path] = ()
) -> Graph:
    """Open the graph that the registry describes.

    Parameters
    ----------
    registry
        Registry folders; acuerdo's own by default.
    reports
        Texts of reports, for quotes; the folder that `ACUERDO_SOURCES` names is looked in as well.

    Raises
    ------
    RegistryError
        The registry has problems; all are listed.
    InputError
        A folder or file is not there.
    """
    known = open_registry([str(folder) for folder in registry])
    files = text_files([Path(report) for report in reports], settings().sources)
    return Graph(with_quotes(assemble(known), find_texts(known.sources, files)))


def open_registry(folders: Sequence[str]) -> Registry:
    """Load the registry of some folders; acuerdo's own where none is named, an empty one for `none`."""
    if not folders:
        return load_bundled()
    return load([Path(folder) for folder in folders if folder != "none"])

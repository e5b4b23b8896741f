"""Parts of libraries that a start does not need, loaded when something is first asked of them.

PySide compiles at every start, from source, what it knows of its functions' signatures: a quarter
of the time in which it is loaded. numpy writes the documentation of its compiled functions. Both
serve messages on wrong arguments, help and introspection; neither is needed to show a window. Where
a library has no such modules, nothing changes.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, SupportsIndex

from timeline_app.gui.overriding import override

if TYPE_CHECKING:
    from _typeshed.importlib import MetaPathFinderProtocol

SIGNATURES = frozenset(
    f"shibokensupport.signature.{name}"
    for name in ("errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator")
)
"""Not `mapping`: PySide looks into its names without asking for one, and cannot go on without."""
NUMPY_HELP = frozenset({"numpy._core._add_newdocs", "numpy._core._add_newdocs_scalars"})


def import_without(late: frozenset[str], name: str) -> None:
    """Import a module for the first time, and let those of `late` wait that it asks for."""
    finders = sys.meta_path
    sys.meta_path = _LateFirst([_LateFinder(late), *finders])
    try:
        import_module(name)
    finally:
        finders[:] = [finder for finder in sys.meta_path if not isinstance(finder, _LateFinder)]
        sys.meta_path = finders


class _LateFirst(list["MetaPathFinderProtocol"]):
    """Finders whose first stays so, as PySide puts one of its own before all others."""

    @override
    def insert(self, index: SupportsIndex, finder: "MetaPathFinderProtocol") -> None:
        """Insert behind the first at the earliest."""
        super().insert(max(int(index), 1), finder)


class _Waiting(ModuleType):
    """A module that is loaded when something is wanted of it."""

    @override
    def __getattr__(self, name: str) -> object:
        if name.startswith("__") or _LOADER not in self.__dict__:
            raise AttributeError(name)
        self.__dict__.pop(_LOADER).load(self)
        return getattr(self, name)


_LOADER = "_late_loader"


class _LateLoader(Loader):
    """Puts the loading off until a module is used."""

    def __init__(self, name: str, own: Loader) -> None:
        self._name, self._own = name, own

    @override
    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Return None: an ordinary module will do."""
        return self._own.create_module(spec)

    @override
    def exec_module(self, module: ModuleType) -> None:
        """Leave the module empty."""
        module.__dict__[_LOADER] = self
        module.__class__ = _Waiting

    def load(self, module: ModuleType) -> None:
        """Fill the module, under the name by which its own loader knows it."""
        spec = module.__spec__
        assert spec is not None
        published, spec.name = spec.name, self._name
        try:
            self._own.exec_module(module)
        finally:
            spec.name = published


class _LateFinder:
    """Finds some modules as the other finders do, with a loader that waits."""

    def __init__(self, late: frozenset[str]) -> None:
        self._late = late

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return the module's specification, None for any other module."""
        if name not in self._late:
            return None
        others = (finder for finder in sys.meta_path if finder is not self)
        found = (finder.find_spec(name, path, target) for finder in others)
        spec = next((one for one in found if one is not None), None)
        if spec is not None and spec.loader is not None:
            spec.loader = _LateLoader(name, spec.loader)
        return spec

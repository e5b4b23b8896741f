"""The mark of a method that overrides one of Qt's, for the type checker alone.

Python has it from 3.12 on; until then it is not worth the time that its package takes to load.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override as override
else:
    _Method = TypeVar("_Method", bound=Callable[..., Any])

    def override(method: _Method) -> _Method:
        """Return the method as it is."""
        return method

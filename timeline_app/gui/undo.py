"""The user's edits as one undo stack; each is saved at once, and undone by its exact inverse."""

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from timeline_app.errors import TimelineError
from timeline_app.gui.models.session import Session
from timeline_app.gui.overriding import override
from timeline_app.storage.patch import AppliedEdit, Edit, Patch


class _Command(QUndoCommand):
    """An edit that has been made already when it is pushed."""

    def __init__(
        self, stack: "EditStack", name: str, inverse: Patch, *, takes_long: bool = False
    ) -> None:
        super().__init__(name)
        self._stack = stack
        self._takes_long = takes_long
        self._next = inverse
        self._is_new = True

    @override
    def redo(self) -> None:
        if self._is_new:
            self._is_new = False
            return
        self._turn()

    @override
    def undo(self) -> None:
        self._turn()

    def _turn(self) -> None:
        apply = self._stack.apply_waiting if self._takes_long else self._stack.apply
        applied = apply(self._next)
        if applied is None:
            self.setObsolete(True)
        else:
            self._next = applied.inverse


class EditStack(QUndoStack):
    """Makes edits in the session's library and remembers how to undo them."""

    refused = Signal(Exception)
    """The library refused an edit; nothing was changed."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._late = 0
        session.library_changed.connect(self.clear)

    def make(self, edit: Edit) -> bool:
        """Make an edit; tell whether the library took it."""
        applied = self.apply(edit)
        if applied is None:
            return False
        self._remember(edit, applied)
        return True

    def make_later(self, edit: Edit) -> None:
        """Make an edit that takes long, in a worker; undo knows it when it is made."""
        library = self._session.library
        if library is None:
            return

        def done(applied: AppliedEdit) -> None:
            if library is self._session.library:
                self._session.reload(applied.changes)
                self._remember(edit, applied, takes_long=True)

        self._late += 1
        self._session.jobs.run(
            f"edit {self._late}", lambda: library.apply(edit), done, failed=self._refuse
        )

    def _refuse(self, fault: BaseException) -> None:
        if not isinstance(fault, TimelineError):
            raise fault
        self.refused.emit(fault)

    def _remember(self, edit: Edit, applied: AppliedEdit, *, takes_long: bool = False) -> None:
        if applied.changes:
            name = QCoreApplication.translate("edits", edit.name)
            self.push(_Command(self, name, applied.inverse, takes_long=takes_long))

    def apply_waiting(self, edit: Edit) -> AppliedEdit | None:
        """Make an edit in a worker; meanwhile the window is drawn but takes no input."""
        library = self._session.library
        if library is None:
            return None
        loop = QEventLoop()
        outcomes: list[AppliedEdit] = []

        def done(applied: AppliedEdit) -> None:
            outcomes.append(applied)
            loop.quit()

        def failed(fault: BaseException) -> None:
            loop.quit()
            self._refuse(fault)

        self._late += 1
        work = lambda: library.apply(edit)
        self._session.jobs.run(f"edit {self._late}", work, done, failed=failed)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not outcomes:
            return None
        self._session.reload(outcomes[0].changes)
        return outcomes[0]

    def apply(self, edit: Edit) -> AppliedEdit | None:
        """Make an edit without remembering it; None where the library refuses."""
        library = self._session.library
        if library is None:
            return None
        try:
            applied = library.apply(edit)
        except TimelineError as fault:
            self.refused.emit(fault)
            return None
        self._session.reload(applied.changes)
        return applied

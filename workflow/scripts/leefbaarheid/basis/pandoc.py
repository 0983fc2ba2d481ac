"""Where pandoc is: that of the environment, so that PATH does not decide what a page looks like."""

from __future__ import annotations

import shutil
from importlib import metadata
from pathlib import Path


def zoek_pandoc() -> str:
    """Return the pandoc of the package pypandoc_binary; only without that package PATH decides.

    A conda environment has pandoc itself. `pypandoc.get_pandoc_path` is not used: it takes the
    newest pandoc that it can find anywhere.

    Raises:
        FileNotFoundError: there is no pandoc.
    """
    try:
        pakket = metadata.distribution("pypandoc_binary")
    except metadata.PackageNotFoundError:
        kandidaten = []
    else:
        map_ = Path(str(pakket.locate_file("pypandoc/files")))
        kandidaten = [pad for pad in (map_ / "pandoc", map_ / "pandoc.exe") if pad.is_file()]
    gevonden = str(kandidaten[0]) if kandidaten else shutil.which("pandoc")
    if gevonden is None:
        raise FileNotFoundError("pandoc ontbreekt")
    return gevonden

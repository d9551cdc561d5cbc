"""Reading a settings file: TOML, with every fault said with its line, and no unknown key passed over."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from footfall.config.values import nearest
from footfall.errors import SettingError


def read_toml(path: Path, keys: Iterable[str], shown: str) -> Mapping[str, object]:
    """The file's keys and values.

    keys    those that mean something; `a-b` is read as `a_b`.
    shown   the path as messages name it.
    Raises  SettingError: `missing`, `unreadable`, `not-toml`, `unknown-key`.
    """
    try:
        # utf-8-sig: Windows editors put a byte-order mark first, which TOML does not know
        found = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise SettingError("missing", path=shown) from None
    except OSError as error:
        raise SettingError("unreadable", path=shown, detail=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise SettingError("not-utf8", path=shown, byte=error.start) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingError("not-toml", path=shown, detail=str(error)) from error
    table = {key.replace("-", "_"): value for key, value in found.items()}
    known = tuple(keys)
    for key in table:
        if key not in known:
            close = nearest(key, known)
            if close is None:
                raise SettingError("unknown-key", path=shown, name=key, keys=", ".join(known))
            raise SettingError("unknown-key.close", path=shown, name=key, close=close)
    return table

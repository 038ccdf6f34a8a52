"""Files of a run folder that show nothing of a run: weights, pictures, code, lists of packages.

Where a person gives a whole folder they are left out. A file that was given alone is read, whatever
its name is.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_WEIGHTS = """
    .pt .pth .ckpt .bin .safetensors .h5 .hdf5 .keras .onnx .pb .tflite .gguf .msgpack .joblib
    .pkl .pickle .mar .pdparams .pdopt .params .caffemodel .index .distcp .cbm .ubj .tmp .lock
"""
_PICTURES = """
    .png .jpg .jpeg .gif .svg .webp .bmp .tif .tiff .ico .pdf .eps .wav .mp3 .flac .mp4 .avi .webm
    .ttf .woff .woff2 .glb .obj .ply
"""
_CODE = """
    .py .pyc .pyi .pyx .so .o .a .dll .exe .whl .egg .jar .c .cc .cpp .cu .cuh .h .hpp .rs .go .js
    .ts .css .java .proto .ptx .patch .diff .rst .tex .bib
"""
_SUFFIXES = frozenset([*_WEIGHTS.split(), *_PICTURES.split(), *_CODE.split()])
_FOLDERS = frozenset(
    {
        ".git", ".hg", ".svn", "__pycache__", "__macosx", ".ipynb_checkpoints", "node_modules",
        ".venv", "venv", "site-packages", ".idea", ".vscode", ".pytest_cache", ".mypy_cache",
        ".ruff_cache",
    }
)  # fmt: skip
_NAMES = re.compile(
    r"\.ds_store|thumbs\.db|desktop\.ini|\.gitignore|\.gitattributes|\.gitkeep|\.dockerignore|"
    r"readme(?:\.\w{1,8})?|licen[sc]e(?:\.\w{1,8})?|notice(?:\.txt)?|changelog(?:\.\w{1,8})?|"
    r"contributing\.md|authors(?:\.\w{1,8})?|dockerfile|makefile|setup\.cfg|"
    r"requirements[\w.-]{0,40}\.(?:txt|in|lock)|pip[-_]freeze\.txt|python_env\.yaml|"
    r"(?:conda|environment)[\w.-]{0,40}\.ya?ml|(?:poetry|uv|pdm|pipfile)\.lock|pipfile|"
    r"py[-_]?project\.toml|"
    r"tokenizer\.json|tokenizer_config\.json|special_tokens_map\.json|added_tokens\.json|"
    r"vocab\.(?:json|txt|bpe)|merges\.txt|[\w.-]{1,60}\.safetensors\.index\.json|"
    r"pytorch_model\.bin\.index\.json|preprocessor_config\.json|generation_config\.json|"
    r"chat_template\.(?:jinja|json)|spiece\.model|tokenizer\.model",
    re.IGNORECASE,
)
_SETTINGS_IN_CODE = re.compile(r"(?:config|cfg|settings|hparams)[\w.-]{0,60}\.py", re.IGNORECASE)


def is_byproduct(path: str) -> bool:
    """Judge by the name and the folders of a file, before it is opened."""
    parts = PurePosixPath(path.replace("\\", "/"))
    folders = {folder.lower() for folder in parts.parts[:-1]}
    if folders & _FOLDERS:
        return True
    name = parts.name
    if name.startswith("._") or _NAMES.fullmatch(name):
        return True
    if _SETTINGS_IN_CODE.fullmatch(name):
        return False
    return parts.suffix.lower() in _SUFFIXES

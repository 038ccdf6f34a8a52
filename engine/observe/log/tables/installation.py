"""Packages that are missing or do not fit one another."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

INSTALL = "log-installation-error"

INSTALLATION: tuple[Signature, ...] = (
    signature(
        "driver-old",
        ("driver version is insufficient", "driver on your system is too old"),
        r"driver version is insufficient|driver on your system is too old",
        "the driver is older than the CUDA build needs",
        action="Install a newer driver, or a build of the framework for the older CUDA.",
        symptom=INSTALL,
        kind="environment",
        entry="cuda-build-mismatch",
        since="CUDA 8",
    ),
    signature(
        "no-cuda-build",
        ("not compiled with cuda", "no nvidia driver", "no cuda gpus are available"),
        r"not compiled with CUDA enabled|Found no NVIDIA driver|No CUDA GPUs are available",
        "the build or the system has no usable device",
        action="Install the build with CUDA, and check nvidia-smi and CUDA_VISIBLE_DEVICES.",
        symptom=INSTALL,
        kind="environment",
        entry="silent-cpu-fallback",
        since="PyTorch 0.4",
    ),
    signature(
        "no-kernel-image",
        ("no kernel image", "not compatible with the current pytorch"),
        r"no kernel image is available|is not compatible with the current PyTorch installation",
        "the build holds no code for this device",
        action="Install a build that covers the compute capability of the device.",
        symptom=INSTALL,
        kind="environment",
        entry="cuda-build-mismatch",
        since="PyTorch 1.3",
    ),
    signature(
        "missing-module",
        ("modulenotfounderror", "importerror", "no module named"),
        r"ModuleNotFoundError|ImportError:|No module named",
        "a package is missing or does not fit",
        action=(
            "Install the package in the environment that runs the program (python -m pip "
            "install), and check its version."
        ),
        symptom=INSTALL,
        kind="environment",
        since="Python 3",
    ),
    signature(
        "undefined-symbol",
        ("undefined symbol", "cannot open shared object", "dynamic library"),
        r"Could not load dynamic library|undefined symbol:|cannot open shared object file",
        "a library of another version was loaded",
        action="Install versions that were built for one another, in a fresh environment.",
        symptom=INSTALL,
        kind="environment",
        entry="cuda-build-mismatch",
        since="Linux",
    ),
    signature(
        "numpy-abi",
        ("numpy.dtype size changed", "compiled using numpy"),
        r"numpy\.dtype size changed|compiled using NumPy 1\.x cannot be run",
        "a package was built against another NumPy",
        action=(
            "Install numpy<2, or newer versions of the packages that were built against NumPy 1."
        ),
        symptom=INSTALL,
        kind="environment",
        since="NumPy 1.20",
    ),
    signature(
        "torchvision-mismatch",
        "torchvision::nms",
        r"operator torchvision::nms does not exist|torchvision::nms.{0,80}CUDA",
        "torch and torchvision were built for different versions",
        action="Install torch and torchvision together from one index, so that their versions fit.",
        symptom=INSTALL,
        kind="environment",
        entry="cuda-build-mismatch",
        since="torchvision 0.8",
    ),
    signature(
        "libstdcxx",
        ("glibcxx_", "glibc_", "cxxabi_"),
        r"version [`'](?:GLIBCXX|GLIBC|CXXABI)_[\d.]{1,12}' not found",
        "the system's C or C++ library is older than a package needs",
        action=(
            "Install the package in an environment that brings its own library (conda "
            "install libstdcxx-ng), or use an older build."
        ),
        symptom=INSTALL,
        kind="environment",
        since="Linux",
    ),
    signature(
        "numpy-alias",
        ("module 'numpy' has no attribute", "np.float_` was removed"),
        r"module 'numpy' has no attribute|`np\.\w{1,20}` was removed in the NumPy",
        "the code uses a name that NumPy removed",
        action=(
            "Install the older NumPy that the code was written for, or replace the name "
            "(np.bool by bool)."
        ),
        symptom=INSTALL,
        kind="environment",
        since="NumPy 1.24",
    ),
    signature(
        "numpy-not-available",
        (
            "numpy is not available",
            "failed to initialize numpy",
            "core.multiarray failed to import",
        ),
        r"RuntimeError: Numpy is not available|Failed to initialize NumPy|"
        r"core\.multiarray failed to import",
        "a package was built against another NumPy",
        action="Install numpy<2, or newer versions of the packages.",
        symptom=INSTALL,
        kind="environment",
        since="PyTorch 1, NumPy 1",
    ),
    signature(
        "cannot-import-name",
        "cannot import name",
        r"cannot import name '\w{1,80}' from",
        "a package has another version than the code that imports from it",
        action=(
            "Install the version that the code was written for, and check that no file of "
            "your own has the package's name."
        ),
        symptom=INSTALL,
        kind="environment",
        since="Python 3",
    ),
    signature(
        "version-required",
        "for a normal functioning of this module",
        r"is required for a normal functioning of this module",
        "a package that is installed has a version that does not fit",
        action="Install the version that the line names.",
        symptom=INSTALL,
        kind="environment",
        since="Transformers 4",
    ),
    signature(
        "backend-not-found",
        "not found in your environment",
        r"requires the .{1,60} library but it was not found in your environment|packages "
        r"that were not found in your environment",
        "a model or a function needs a package that is not installed",
        action="Install the packages that the line names in the environment that runs the program.",
        symptom=INSTALL,
        kind="environment",
        since="Transformers 4",
    ),
    signature(
        "pip-conflict",
        "dependency resolver does not currently",
        r"pip's dependency resolver does not currently take into account",
        "pip installed versions that contradict one another",
        action="Install all packages in one command or from a lock file, in a fresh environment.",
        symptom=INSTALL,
        role="advice",
        kind="environment",
        since="pip 20.3",
        strength=0.55,
        ends_run=False,
    ),
    signature(
        "protobuf-descriptors",
        ("descriptors cannot be created directly", "descriptors cannot not be created directly"),
        r"Descriptors cannot (?:not )?be created directly",
        "protobuf is newer than the code that was generated for it",
        action="Install protobuf<4 or newer versions of the packages that use it.",
        symptom=INSTALL,
        kind="environment",
        since="protobuf 3.20",
    ),
    signature(
        "xformers-build",
        "xformers was built for",
        r"xFormers (?:was built for|can't load C\+\+/CUDA extensions)",
        "xFormers was built for another version of PyTorch",
        action="Install the xFormers that fits this PyTorch, or remove it.",
        symptom=INSTALL,
        kind="environment",
        entry="cuda-build-mismatch",
        since="xFormers 0.0.16",
        ends_run=False,
    ),
    signature(
        "cuda-version-mismatch",
        (
            "mismatches the version that was used to compile",
            "does not match the version torch was compiled with",
        ),
        r"mismatches the version that was used to compile|does not match the version "
        r"torch was compiled with (?!\S{1,20} but since)",
        "the CUDA compiler of the system is not the one that PyTorch was built with",
        action="Install the CUDA toolkit that fits PyTorch and point CUDA_HOME to it.",
        symptom=INSTALL,
        kind="environment",
        entry="cuda-build-mismatch",
        since="PyTorch 1.5, DeepSpeed 0.3",
    ),
    signature(
        "unsupported-display-driver",
        "unsupported display driver",
        r"unsupported display driver / cuda driver combination",
        "the parts of the driver that are loaded have different versions",
        action=(
            "Restart the machine after the update; in a container remove libraries of "
            "another driver."
        ),
        symptom=INSTALL,
        kind="environment",
        entry="cuda-build-mismatch",
        since="CUDA 11",
    ),
    signature(
        "ninja-missing",
        ("ninja is required to load", "error building extension", "unable to jit load"),
        r"Ninja is required to load C\+\+ extensions|Error building extension '|Unable to "
        r"JIT load the",
        "a CUDA or C++ extension could not be built",
        action=(
            "Read the first error of the compiler above; check ninja, gcc and CUDA_HOME, "
            "or install a wheel that is built."
        ),
        symptom=INSTALL,
        kind="environment",
        since="PyTorch 1.0, DeepSpeed 0.3",
    ),
    signature(
        "estimator-version",
        "trying to unpickle estimator",
        r"Trying to unpickle estimator \w{1,80} from version",
        "a saved estimator comes from another version of scikit-learn",
        action="Install the version that saved it, or train it again.",
        symptom=INSTALL,
        role="advice",
        kind="environment",
        since="scikit-learn 0.18",
        strength=0.55,
        ends_run=False,
    ),
)

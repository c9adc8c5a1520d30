"""Blend: the mean of two runs that began from the same weights reads better than either (Wortsman et al. 2022).

    python -m training.blend RUN OTHER OUT [--share 0.5]

RUN and OTHER are folders that train wrote, or safetensors files of the same network; labels and shape are RUN's.
"""

import argparse
import json
import shutil
from pathlib import Path

from safetensors.torch import save_file

from training.network import Shape
from training.start import Weights, read_weights


def blended(weights: Weights, other: Weights, share: float) -> Weights:
    """Each weight `share` of the way from the first's to the other's."""
    return {name: weight.lerp(other[name], share).contiguous() for name, weight in weights.items()}


def _weights(place: Path, shape: Shape) -> Weights:
    return read_weights(place / "weights.safetensors" if place.is_dir() else place, shape)


def main() -> None:
    parser = argparse.ArgumentParser(description="The mean of two runs' weights.")
    parser.add_argument("run", type=Path)
    parser.add_argument("other", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--share", type=float, default=0.5, help="of the other run")
    options = parser.parse_args()
    shape = Shape(**json.loads((options.run / "shape.json").read_text(encoding="utf-8")))
    options.out.mkdir(parents=True, exist_ok=True)
    mean = blended(_weights(options.run, shape), _weights(options.other, shape), options.share)
    save_file(mean, options.out / "weights.safetensors")
    for name in ("labels.json", "shape.json"):
        shutil.copyfile(options.run / name, options.out / name)


if __name__ == "__main__":
    main()

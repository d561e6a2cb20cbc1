"""Write the model card: ``python -m training.card FP32 DATA EVALUATION --released DIGEST``.

Measures the shipped int8 files and the fp32 files head by head (see ``measure`` and
``calibration``) and writes ``src/onrecord/encoder/model/card.toml``.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
from pathlib import Path

from onrecord.encoder.sessions import GRAPHS
from training.calibration import measure_calibration
from training.measure import measure

MODEL = Path("src/onrecord/encoder/model")
BASE_DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
NONE_STATED = "none stated by its authors"
SETS = (
    ("PolNeAR 1.0, training part (840 articles)", NONE_STATED, "attribution/polnear-train"),
    ("machine-made names of PolNeAR, training part", NONE_STATED, "names/polnear-silver-train"),
    ("Re-DocRED, first half of names", "MIT (text Wikipedia CC BY-SA)", "names/redocred-a"),
    ("Re-DocRED, second half of names", "MIT (text Wikipedia CC BY-SA)", "names/redocred-b"),
    ("wikigold", "CC BY 4.0", "names/wikigold"),
    ("CrossNER politics, training part", "MIT (text Wikipedia CC BY-SA)", "names/politics-train"),
    ("re3d, names", "public domain, OGL, CC BY, CC BY-SA", "names/re3d"),
    ("GUM, names, training part", "CC BY 4.0", "names/gum-train"),
    ("GUM, coreference, training part", "CC BY 4.0", "coref/gum-train"),
    ("OntoGUM, training part", "CC BY 4.0", "coref/ontogum-train"),
    ("GAP, training part", "Apache-2.0 (text Wikipedia CC BY-SA)", "coref/gap-train"),
    ("UD English GUM, training part", "CC BY 4.0", "sentences/gum-train"),
    ("UD English EWT, training part", "CC BY-SA 4.0", "sentences/ewt-train"),
    ("PLOVER sentences (plv), training part", NONE_STATED, "events/plv-train"),
    ("CAMEO quad classes, training part", "from a GPL-3 repository", "events/cameo-quad-train"),
    ("CAMEO sources and targets", "from a GPL-3 repository", "events/cameo-spans-train"),
    ("NGEC synthetic stories", NONE_STATED, "events/ngec-synthetic-train"),
    ("India Police Events, training part", NONE_STATED, "events/india-police-train"),
    ("ECB+, training part", "CC BY 3.0", "events/ecb-train"),
    ("re3d, relations, training part", "public domain, OGL, CC BY, CC BY-SA", "events/re3d-train"),
    ("UDS-IH2, training part", "CC BY-SA 4.0", "events/factuality-uds-train"),
    ("MEANTIME, training part", "CC BY 4.0", "events/factuality-meantime-train"),
)
DEVELOPMENT = (
    ("PolNeAR 1.0, development part (84 articles)", NONE_STATED, "attribution/polnear-dev"),
    ("UNER English EWT, development part", "CC BY-SA 4.0", "names/uner-ewt-dev"),
    ("CrossNER politics, development part", "MIT (text CC BY-SA)", "names/politics-dev"),
    ("GUM, coreference, development part", "CC BY 4.0", "coref/gum-dev"),
    ("OntoGUM, development part", "CC BY 4.0", "coref/ontogum-dev"),
    ("PLOVER sentences (plv), development part", NONE_STATED, "events/plv-dev"),
    ("NGEC synthetic stories, development part", NONE_STATED, "events/ngec-synthetic-dev"),
    ("re3d, relations, development part", "public domain, OGL, CC BY, CC BY-SA", "events/re3d-dev"),
    ("UDS-IH2, development part", "CC BY-SA 4.0", "events/factuality-uds-dev"),
    ("MEANTIME, development part", "CC BY 4.0", "events/factuality-meantime-dev"),
)


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fp32", type=Path, help="folder with the fp32 files")
    parser.add_argument("data", type=Path)
    parser.add_argument("evaluation", type=Path)
    parser.add_argument(
        "--released", required=True, help="SHA-256 of the file that training began from"
    )
    parser.add_argument("--commit", default="", help="the commit of the training code")
    parser.add_argument("--minutes", type=int, required=True, help="how long training took")
    options = parser.parse_args()
    small = measure(MODEL, options.data, options.evaluation)
    full = measure(options.fp32, options.data, options.evaluation)
    errors = measure_calibration(MODEL, options.data)
    commit = options.commit or subprocess.check_output(
        ["git", "rev-parse", "--short=12", "HEAD"], text=True
    )
    text = write_card(small, full, errors, options, commit.strip())
    (MODEL / "card.toml").write_text(text, encoding="utf-8")


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_card(
    small: dict[str, float],
    full: dict[str, float],
    errors: dict[str, tuple[float, int]],
    options: argparse.Namespace,
    commit: str,
) -> str:
    """The card as TOML."""
    files = "\n".join(
        f'[[files]]\nname = "{path.name}"\nsha256 = "{digest(path)}"\n'
        f"bytes = {path.stat().st_size}\n"
        for path in (MODEL / f"{graph}.onnx" for graph in GRAPHS)
    )
    scores = "\n".join(
        f'"{name}" = {{ int8 = {small[name]}, fp32 = {full[name]} }}' for name in small
    )
    calibration = "\n".join(
        f'"{name}" = {{ error = {error:.4f}, cases = {cases} }}'
        for name, (error, cases) in errors.items()
    )
    sets = "\n".join(
        f'[[{kind}]]\nname = "{name}"\nlicence = "{licence}"\n'
        f'sha256 = "{digest(options.data / f"{path}.jsonl.gz")}"\n'
        for kind, rows in (("data", SETS), ("development", DEVELOPMENT))
        for name, licence, path in rows
    )
    return f"""# Written by training/card.py.
name = "onrecord encoder"
languages = ["en"]
precision = "int8 (dynamic, per channel, evened between inputs and weights); anchors, roles, \
factuality and the loudest units of some layers fp32"
licence = "Apache-2.0 (weights); see the data below"
training_commit = "{commit}"
recipe = "python -m training.train DATA RELEASED OUT --tokenizer BASE/tokenizer.json; \
python -m training.meaning DATA BASE OUT/round-5.pt OUT/round-6.pt OUT/whole.pt; \
python -m training.links (on the files of the whole encoder; kept); \
python -m training.prune DATA OUT/whole.pt OUT/thin --tokenizer BASE/tokenizer.json; \
python -m training.prune DATA OUT/whole.pt OUT/later --thin OUT/thin/thin.pt --steps 1800 \
--tokenizer BASE/tokenizer.json; \
python -m training.meaning DATA BASE OUT/thin/thin.pt OUT/later/thin.pt OUT/ready.pt; \
python -m training.export OUT/ready.pt DATA FILES --tokenizer BASE/tokenizer.json; \
python -m training.calibration"
training = "six rounds, then pruned to 8 of 12 heads and 768 of 1,536 inner units a layer and \
taught for 4,000 and 1,800 steps, in the first of which all numbers of a word's vector weighed \
alike, not all its parts; one seed, bf16 autocast on two CPU cores, about {options.minutes} minutes"
intended_use = "attributions, names, mentions, events and factuality in English news text"
limits = "news, web and Wikipedia text taught it, mostly of the US; PLOVER types were learned from \
whole sentences, some of them written by a model; fiction and chat are out of its field"

{files}
[base]
name = "onrecord attribution encoder (the release before), made from all-MiniLM-L6-v2"
licence = "Apache-2.0"
sha256 = "{options.released}"

[base.before]
name = "all-MiniLM-L6-v2"
licence = "Apache-2.0"
sha256 = "{BASE_DIGEST}"

{sets}
# Per cent on the development parts, each head alone, no rules; r times 100.
[scores]
{scores}

# Expected calibration error (ten bins) on each half of the development part, with what the other
# half alone would set.
[calibration]
{calibration}
"""


if __name__ == "__main__":
    main()

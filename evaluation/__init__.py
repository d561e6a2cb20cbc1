"""How good onrecord is: predictions for scorers, figures, floors.

Run as ``python -m evaluation predict TASK INPUT OUTPUT``, ``python -m evaluation run`` or
``python -m evaluation casebook``. Invariant: what a prediction is made from holds no gold.
"""

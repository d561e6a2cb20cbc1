"""How the encoder is made: prepare, model, train, export; the only place for torch."""

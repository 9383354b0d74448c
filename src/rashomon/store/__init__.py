"""Where reports, readings, judgements and the ledger are kept."""

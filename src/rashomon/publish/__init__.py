"""From the ledger to the world: JSON, CSV, HTML."""

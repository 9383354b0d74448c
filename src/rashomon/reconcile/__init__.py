"""From incidents to the ledger: question by question, account by account."""

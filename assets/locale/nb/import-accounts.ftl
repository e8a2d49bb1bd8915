# Words of importing accounts: balances, ledger, balance list, fund history, own mapping.

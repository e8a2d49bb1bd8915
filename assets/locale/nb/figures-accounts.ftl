# Words of the statements and what is computed from the accounts.

# Words of importing accounts: balances, ledger, balance list, fund history, own mapping.

printed-unclear-line = Linjen «{ $line }» ble ikke kjent igjen. Rett ordene slik oppstillingen har dem, eller skriv beløpene inn.
printed-undecided = Beløpene på linjen «{ $line }» kan leses på flere måter, og summene avgjør det ikke. Skriv dem inn.
printed-nothing = Teksten har ingen linjer fra { $statement }. Kopier linjene med beløp og lim inn på nytt.

# Words of the statements and what is computed from the accounts.

accounts-in-kroner = Tall i 1 kroner
accounts-in-thousands = Tall i 1 000 kroner

unplaced-unknown = Koden finnes ikke i kontoplanen. Rett kontoen i økonomisystemet, eller plasser den på en linje.
unplaced-from = Koden finnes først fra { $year }. Rett kontoen, eller plasser den på en linje.
unplaced-until = Koden gikk ut etter { $year }. Rett kontoen, eller plasser den på en linje.
unplaced-not-in-drift = Arten er ikke tillatt i drift. Rett kontoen, eller plasser den på en linje.
unplaced-not-in-investering = Arten er ikke tillatt i investering. Rett kontoen, eller plasser den på en linje.
unplaced-function = Arten føres bare på funksjon { $functions }. Rett funksjonen, eller plasser kontoen på en linje.
unplaced-no-such-line = Egen plassering peker på linjen «{ $line }», som ikke står i oppstillingen. Rett navnet på linjen.

deviation-more-income = merinntekt
deviation-less-income = mindreinntekt
deviation-more-expense = merutgift
deviation-less-expense = mindreutgift
deviation-better = bedre enn budsjettert
deviation-weaker = svakere enn budsjettert

fund-set-aside = Avsatt fra drift

capacity-net-result = Netto driftsresultat
capacity-fund = Disposisjonsfond
capacity-working-capital = Arbeidskapital

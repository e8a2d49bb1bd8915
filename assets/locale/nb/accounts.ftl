# Words of the accounts: statements, their tables and columns, and the choices of their settings.

statement-par5-4 = § 5-4
statement-par5-4-2 = § 5-4 andre ledd
statement-par5-5 = § 5-5
statement-par5-5-2 = § 5-5 andre ledd
statement-par5-6 = § 5-6
statement-par5-8 = § 5-8
statement-par5-9 = § 5-9
statement-par5-9-investering = § 5-9 investering

table-balances = Regnskap per konto
table-balance-list = Saldoliste
table-fund = Disposisjonsfond
table-mapping = Egen plassering av kontoer
table-remarks = Merknader
table-statements = Trykte oppstillinger

column-class = Kontoklasse
column-account = Konto
column-account_name = Kontonavn
column-unit = Ansvar
column-unit_name = Ansvarsnavn
column-function = Funksjon
column-project = Prosjekt
column-project_name = Prosjektnavn
column-actual = Regnskap
column-revised_budget = Regulert budsjett
column-original_budget = Opprinnelig budsjett
column-last_year = Regnskap året før
column-opening = Inngående saldo
column-closing = Utgående saldo
column-kind = Slag
column-line = Linje
column-amount = Beløp
column-statement = Oppstilling
column-art = Art
column-reason = Begrunnelse
column-also = Gjelder også
column-note = Note

fund-movement = Bevegelse
fund-opening = Saldo 01.01
fund-closing = Saldo 31.12

accounts-preliminary = Foreløpig
accounts-presented = Avlagt
accounts-audited = Revidert
fund-lines-year = Som årets skjema
fund-lines-netted = Én linje per fond
fund-lines-split = Avsetning og bruk hver for seg
sign-ledger = Inntekter med minus
sign-turned = Inntekter uten minus
unit-ore = Kroner og øre
unit-kroner = Hele kroner
unit-thousands = Tusen kroner
travel-salaries = Lønnsutgifter
travel-purchases = Kjøp av varer og tjenester

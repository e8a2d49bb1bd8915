# Words of the statements and what is computed from the accounts.

accounts-in-kroner = Tall i 1 kroner
accounts-in-thousands = Tall i 1 000 kroner

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
deviation-more-disposed = mer disponert
deviation-less-disposed = mindre disponert
deviation-better = bedre enn budsjettert
deviation-weaker = svakere enn budsjettert

fund-set-aside = Avsatt fra drift

capacity-net-result = Netto driftsresultat
capacity-fund = Disposisjonsfond
capacity-working-capital = Arbeidskapital

amount-actual = regnskap
amount-revised-budget = regulert budsjett
amount-original-budget = opprinnelig budsjett
amount-last-year = regnskap året før
figure-statement-row = { $row }, { $measure } { $year } ({ $statement })
figure-deviation = avvik mot { $budget }
figure-deviation-percent = avvik i prosent av { $budget }
figure-account = Konto { $account } { $name }, { $column } { $year }
figure-art = { $art } { $name }, { $column } { $year } ({ $row }, { $statement })
figure-fund = Disposisjonsfondet { $year }: { $line }
figure-capacity = { $measure } { $year }
figure-capacity-percent = { $measure } { $year } i prosent av driftsinntektene

trail-deviation = Regnskap { $new } minus budsjett { $reference }
trail-deviation-percent = Regnskap { $new } minus budsjett { $reference }, i prosent av budsjettets størrelse
trail-sum-of-lines = Sum av { $count } linjer
trail-accounts =
    { $count ->
        [0] Ingen kontoer med beløp
        [one] Én konto
       *[other] Sum av { $count } kontoer
    }
trail-arts =
    { $count ->
        [0] Ingen art med beløp
        [one] Én art
       *[other] Sum av { $count } arter
    }
trail-chapters =
    { $count ->
        [0] Ingen balansekapitler med beløp
        [one] Ett balansekapittel
       *[other] Sum av { $count } balansekapitler
    }
trail-of-unit = Ansvar { $unit }
trail-of-units = Ansvar { $first }–{ $last }
trail-placed-by-chart = Kontoplanen for { $year } plasserer artene.
trail-placed-by-rule = Egen plassering: { $reason }
trail-year-before = Regnskapet for året før
trail-printed = Står i den trykte oppstillingen
trail-no-account = Ingen konto står på linjen
trail-fund = Fra balansen og regnskapet; fondet vises uten minus
trail-fund-opening = Saldo 31.12 minus årets linjer
trail-turned = Vises uten minus
trail-working-capital = Omløpsmidler minus kortsiktig gjeld
trail-capacity-percent = Delt på driftsinntektene

origin-accounts = Regnskapet
origin-revised-budget = Regulert budsjett
origin-struck = Strykning etter §§ 4-3 og 4-6, av årets budsjettavvik
origin-disposed = Disponering av det som står igjen etter strykninger
origin-carried = Overført fra første ledd

statement-name-appropriations = Bevilgningsoversikt drift
statement-name-units = Bevilgninger fordelt på enheter
statement-name-investment = Bevilgningsoversikt investering
statement-name-projects = Investeringer fordelt på prosjekter
statement-name-nature = Økonomisk oversikt etter art – drift
statement-name-balance = Balanseregnskapet
statement-name-closing = Samlet budsjettavvik og årsavslutningsdisposisjoner – drift
statement-name-closing-investment = Samlet budsjettavvik og årsavslutningsdisposisjoner – investering
table-statement = { $statement } { $name }. { $unit }. { $status }.
table-unplaced = Kontoer som ikke er plassert
table-deviations = Avvik over { $percent } og { $kroner } kroner
accounts-not-there = Regnskapet for { $year } er ikke lest inn
accounts-status = { $status } regnskap
accounts-status-date = { $status } { $day }
fund-given = { $line }, slik historikken oppgir
fund-break = { $line }, brudd
head-line_name = Linje
head-note = Note
head-actual = Regnskap { $year }
head-revised_budget = Reg. budsjett { $year }
head-original_budget = Oppr. budsjett { $year }
head-amount = Beløp { $year }
head-origin = Opphav
head-statement = Oppstilling
head-account = Konto
head-cause = Årsak
head-deviation = Avvik
head-deviation_pct = Avvik i prosent
head-deviation_kind = Betyr
head-account-name = Kontonavn
accounts-unplaced =
    { $count ->
        [one] Én konto på { $sum } er ikke plassert og står ikke i summene.
       *[other] { $count } kontoer på til sammen { $sum } er ikke plassert og står ikke i summene.
    }

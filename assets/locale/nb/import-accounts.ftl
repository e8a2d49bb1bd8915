# Words of importing accounts: balances, ledger, balance list, fund history, own mapping.

printed-unclear-line = Linjen «{ $line }» ble ikke kjent igjen. Rett ordene slik oppstillingen har dem, eller skriv beløpene inn.
printed-undecided = Beløpene på linjen «{ $line }» kan leses på flere måter, og summene avgjør det ikke. Skriv dem inn.
printed-nothing = Teksten har ingen linjer fra { $statement }. Kopier linjene med beløp og lim inn på nytt.
kind-ledger = Hovedbok

import-field-debit = Debet
import-field-credit = Kredit
import-field-movement = Bevegelse
import-field-voucher = Bilag
import-field-voucher-date = Bilagsdato
import-field-period = Periode
import-field-amount-of = Beløp { $year }

number-too-many-decimals = Beløpet har mer enn to desimaler. Sjekk om det er et beløp i kroner
number-too-large = Beløpet er større enn noe regnskap. Sjekk cella

import-ask-account-form = Kontoen «{ $example }» kan leses på flere måter. Velg hva sifrene er
import-ask-sign = Inntektene i { $books } kommer til { $total }. I hovedboka står inntekter med minus, så fortegnet kan være snudd. Velg hva som gjelder i denne fila
import-ask-sign-assets = Eiendelene kommer til { $total }. I hovedboka står eiendeler uten minus, så fortegnet kan være snudd. Velg hva som gjelder i denne fila
import-ask-decimal = «{ $example }» kan leses med tusenskille eller desimaler. Velg hva som gjelder i denne fila

import-account-unknown-form = Kontoen har en annen form enn de andre. Rett den, eller si hvordan kontostrengen er bygd opp
import-period-missing = Verken periode eller dato står der. Ta med en av dem i eksporten
import-period-unknown = Perioden er ikke 0 til 13, alene eller med årstall
import-ledger-other-year = Raden gjelder et annet år enn { $year }. Importer ett år om gangen

import-skip-group = Overskrift for radene under
import-skip-other-books = Hører til et annet regnskap enn fila gjelder
import-skip-added = Lagt til rad { $row }, som har samme kontostreng

import-sum-differs = { $cell } sier { $says }, men radene over kommer til { $sum }. Forskjellen er { $difference }. Summen er ikke brukt
import-sums-differ =
    { $count ->
        [one] Enda en sum stemmer ikke med radene sine
       *[other] Enda { $count } summer stemmer ikke med radene sine
    }
import-total-row-differs = { $cell } sier { $says } i alt, men de andre radene med samme konto er { $sum } til sammen. Delene er brukt, ikke summen
import-total-row-nameless = { $cell } ({ $amount }) er nøyaktig det de andre radene med samme konto er til sammen, den første i { $other }, og det står ikke noe der de andre har navnet sitt. Raden er en sum og er ikke regnet med
import-total-row-everywhere = «{ $name }» er nøyaktig summen av de andre radene for alle de { $count } kontoene som har en slik rad, den første i { $cell } ({ $amount }) med { $other } som en av delene. Radene er summer og er ikke regnet med
import-total-row-perhaps = { $cell } ({ $amount }, «{ $name }») er nøyaktig det de andre radene med samme konto er til sammen, den første i { $other }. Raden er regnet med. Er den en sum, må du ta den ut av fila og importere på nytt
import-rows-added =
    { $count ->
        [one] En rad har samme kontostreng som en rad over. Beløpene er lagt sammen
       *[other] { $count } rader har samme kontostreng som en rad over. Beløpene er lagt sammen
    }
import-balance-off =
    { $count ->
        [one] En konto går ikke opp: inngående saldo og bevegelse gir ikke utgående saldo i { $cell }
       *[other] { $count } kontoer går ikke opp: inngående saldo og bevegelse gir ikke utgående saldo, første gang i { $cell }
    }
import-other-books-balance =
    { $count ->
        [one] En rad hører til balansen og er hoppet over. Importer fila en gang til som saldoliste for å ta den med
       *[other] { $count } rader hører til balansen og er hoppet over. Importer fila en gang til som saldoliste for å ta dem med
    }
import-other-books-drift =
    { $count ->
        [one] En rad hører til drift eller investering og er hoppet over. Importer fila en gang til som regnskap per konto for å ta den med
       *[other] { $count } rader hører til drift eller investering og er hoppet over. Importer fila en gang til som regnskap per konto for å ta dem med
    }
import-unknown-customers =
    { $count ->
        [one] En kunde i hovedboka er ikke i registeret og ble ikke tatt med
       *[other] { $count } kunder i hovedboka er ikke i registeret og ble ikke tatt med
    }

sign-normal = Som i hovedboka: inntekter med minus
sign-flipped = Snudd: inntekter uten minus
decimal-comma = Komma er desimaltegn
decimal-point = Punktum er desimaltegn
form-part-class = kontoklasse { $code }
form-part-account = konto { $code }
form-part-unit = ansvar { $code }
form-part-function = funksjon { $code }
form-part-project = prosjekt { $code }

cli-bad-account-form = «{ $text }» er ikke en form for kontostrenger. Skriv bokstavene k (kontoklasse), a (konto), u (ansvar), f (funksjon), p (prosjekt) og x (leses ikke), for eksempel --account-form k.a.u.f.p
help-import-sign = Hvordan inntekter står i regnskapet: normal (med minus) eller flipped (uten minus)
help-import-account_form = Hva kontostrengen består av, for eksempel k.a.u.f.p eller kaaa
help-import-decimal = Hva som er desimaltegn i beløp: comma eller point

accounts-without-actual = Ingen kolonne leses som regnskap, bare budsjettet tas inn. Har fila regnskapstall, velg kolonnen for Regnskap

import-field-side = D/K
import-field-company = Firma
number-shortened = Tallet er forkortet av Excel, så de siste sifrene er borte. Vis kolonnen som tall i Excel og lagre på nytt
import-skip-other-company = Gjelder et annet firma enn det som er valgt
import-side-unknown = Cella sier verken debet eller kredit. Skriv D eller K
import-side-missing = Ingen sier om beløpet er debet eller kredit. Skriv D eller K
import-not-an-account = «{ $text }» er ikke et kontonummer

import-ask-unit = «{ $text }» sier at beløpene ikke er i hele kroner, men andre overskrifter eller beløpene selv sier noe annet. Velg hva beløpene står i
import-ask-unit-vague = «{ $text }» sier ikke hva beløpene er. Velg hva de står i
import-ask-unit-of-formats = Tallformatet i { $cell } viser beløpet i { $digits }, men { $plain } vises som det er. Velg hva beløpene uten et slikt format står i
import-ask-unit-of-format = Tallformatet i { $cell } viser beløpet i { $digits }, men tittelen eller overskriftene sier noe annet. Velg hva beløpene står i
import-ask-unit-unseen = Fila sier at beløpene vises i { $unit }, men de er så store at cellene kan ha kroner og bare vises slik. Tallformatet ses ikke i denne filtypen. Velg hva beløpene står i, eller lagre fila som .xlsx
import-unit-by-format = Tallformatet i { $cell } viser beløpet i { $digits }. Det er bare visningen: beløpene er lest i kroner
import-unit-by-format-word = Tallformatet i { $cell } har «{ $unit }» ved tallet: beløpene er lest slik og gjort om til kroner
import-unit-by = «{ $text }»: beløpene er lest i { $unit } og gjort om til kroner
import-unit-read = Beløpene er lest i { $unit } og gjort om til kroner

import-ask-heading-year = Kolonnene gjelder flere år: { $columns }. Velg året som skal tas inn. De andre kan tas inn etterpå
import-year-columns = { $year } ({ $columns })
import-note-part-year = Beløpene er per { $day }, ikke for hele året { $year } («{ $text }»). De er tatt inn for { $year }
import-note-so-far = «{ $column }» er det som er ført så langt, og lista sier ikke til hvilken dag. Beløpene er tatt inn for { $year }
import-note-part-year-from = Beløpene er fra { $from } til { $day }, ikke for hele året { $year } («{ $text }»). De er tatt inn for { $year }
import-note-year-of-file = Året { $year } er tatt fra filas navn, siden ingenting i fila sier hvilket år det er. Velg året selv hvis det er feil
import-other-years =
    { $count ->
        [one] Kolonnen { $columns } gjelder et annet år enn { $year } og er ikke tatt med. Importer fila en gang til med det året for å ta den inn
       *[other] Kolonnene { $columns } gjelder andre år enn { $year } og er ikke tatt med. Importer fila en gang til med et av de årene for å ta dem inn
    }

import-ask-company =
    { $more ->
        [0] Lista har flere firma: { $companies }. Velg det som rapporten gjelder
       *[other] Lista har flere firma: { $companies } og { $more } til. Velg det som rapporten gjelder
    }
import-ask-company-of-files = Regnskapet her gjelder { $company }, men det i { $place } gjelder { $other }. Velg firmaet som rapporten gjelder
import-ask-company-unknown = Ingen av listene gjelder { $company }. De gjelder { $companies }. Velg firmaet som rapporten gjelder
import-ask-company-clash = { $count } beløp for { $company } har samme konto som beløp for { $other } i { $place }, og kan ikke stå ved siden av dem. Velg firmaet som rapporten gjelder
import-ask-company-or-unit = Kolonnen «{ $column }» har andre koder enn ansvaret i kontostrengen. Velg om den er firma eller ansvar
import-other-company = Regnskapet gjelder { $company }, men prosjektet er for { $own }. Sjekk at det er riktig fil
import-sheet-of-other-company = Regnskapet gjelder { $company }, ikke firmaet som er valgt, og er ikke tatt inn
import-same-company = Det er samme firma, eller begge skal med
import-company-rows =
    { $count ->
        [one] { $name } (en rad)
       *[other] { $name } ({ $count } rader)
    }
import-all-companies = Alle sammen, lagt sammen
import-debit-signed = Beløpene i debet eller utgifter har minus. De er lest uten minus
import-credit-signed = Beløpene i Kredit har minus. De er lest som de står

import-ask-sign-none = Inntektene i { $books } kommer til { $total } og utgiftene til { $others }, begge uten minus. I hovedboka står inntekter med minus. Velg hva som gjelder i denne fila
import-ask-sign-none-balance = Eiendelene kommer til { $total } og egenkapital og gjeld til { $others }, begge uten minus. I hovedboka står egenkapital og gjeld med minus. Velg hva som gjelder i denne fila
sign-unsigned = Uten fortegn: både inntekter og utgifter, eller eiendeler og gjeld, står uten minus

import-ask-amount-column = Ligner { $kind } ({ $known }), men ingen overskrift er kjent som «{ $field }». Velg kolonnen med beløp: { $candidates }
import-no-amount-column = Ligner { $kind } ({ $known }), men har ingen kolonne med beløp. Ta ut eksporten på nytt med beløp
import-ask-account-for-names = Kolonnen «{ $column }» har ikke kontonumre: «{ $name }» er ikke et kontonummer. Velg kolonnen med kontonumre, eller ta ut lista på nytt med dem: { $candidates }
import-ask-account = Ligner { $kind }, men ingen overskrift er kjent som konto. Velg kolonnen med konto, eller ta ut lista på nytt med den: { $candidates }
import-ask-fund = Kolonnene { $columns } ligner historikken til et fond, men linjene har verken saldo, avsetning eller bruk. Er det noe annet, ta ut en liste med kontonumre eller velg hva fila inneholder
import-is-fund = Historikken til disposisjonsfondet

notice-nothing-accepted = Ingen rader ble godtatt, så ingenting er importert. Årsaken står ved hver rad
notice-nothing-new-accepted = Ingenting nytt: radene som ble godtatt, er importert fra før

import-kostra-file = Fila er KOSTRA-rapporteringen til SSB (poster som 0I og 0J), som bare har summer per art og funksjon. Ta heller ut en saldobalanse eller en hovedbok fra økonomisystemet som xlsx eller csv
import-saf-t = Fila er en SAF-T-fil (regnskapsdata til Skatteetaten). Ta heller ut en saldobalanse eller en hovedbok fra økonomisystemet som xlsx eller csv

import-account-digits-lost = Kontoen er lagret som et tall, så nuller foran eller bak kan være borte, og de andre kontoene viser ikke hvor mange sifre den har. Gjør kontokolonnen om til tekst i Excel, skriv kontoen fullt ut, og importer på nytt
import-sign-of-column = «{ $column }» har et annet fortegn enn «{ $other }»: inntektene i { $books } kommer til { $total } der. Beløpene er lest med hovedbokas fortegn, inntekter med minus
import-sign-of-column-balance = «{ $column }» har et annet fortegn enn «{ $other }»: eiendelene kommer til { $total } der. Beløpene er lest med hovedbokas fortegn, egenkapital og gjeld med minus
import-sign-by-movement = Egenkapital og gjeld står uten minus, det viser debet og kredit. De er lest med minus, som i hovedboka

import-field-currency = Valuta eller enhet
import-field-fund = Fond
import-skip-other-fund = Gjelder et annet fond enn disposisjonsfondet
import-other-funds = Fila har også { $funds }. De radene hører ikke til disposisjonsfondet og er ikke tatt med
import-funds-unknown = Fila har flere fond, { $funds }, og ingen av dem heter disposisjonsfond. Ta ut en liste med disposisjonsfondet alene, eller kall det det i fila
import-fund-unsaid = Raden sier ikke hvilket fond den gjelder, og fila har { $funds }. Skriv fondets navn i raden, eller ta den ut
import-fund-twice = Rad { $first } og rad { $second } er samme saldo med hvert sitt beløp, så fila har trolig flere fond. Ta ut en liste med disposisjonsfondet alene, eller skriv navnet på fondet i hver rad
import-not-kroner = «{ $text }» er ikke norske kroner. Gjør beløpet om til kroner, eller ta ut lista i kroner
import-ask-foreign = «{ $text }» sier at beløpene ikke er i norske kroner, og rapporten er i kroner. Ta ut lista i kroner, eller velg hva beløpene står i hvis de er det likevel
import-closing-made = Lista har ingen utgående saldo. Den er regnet ut som inngående saldo med årets bevegelse, debet minus kredit
import-closing-by-sides = Debet og Kredit er lest som hver sin side av saldoen, siden ingen konto har beløp i begge
import-turnover-no-balance = Debet og Kredit er det som er ført i året, for noen kontoer har beløp i begge. Da mangler lista saldoen. Ta den ut på nytt med inngående eller utgående saldo
import-opening-result =
    { $count ->
        [one] En inngående saldo står på en resultatkonto (rad { $row }) og er ikke regnet med i året
       *[other] { $count } inngående saldoer står på resultatkontoer, den første i rad { $row }, og er ikke regnet med i året
    }
import-opening-later =
    { $count ->
        [one] En inngående saldo (rad { $row }) er ikke fra årets begynnelse og er ikke regnet med
       *[other] { $count } inngående saldoer er ikke fra årets begynnelse, den første i rad { $row }, og er ikke regnet med
    }
import-opening-taken =
    { $count ->
        [one] En inngående saldo er tatt med som saldo ved årets begynnelse
       *[other] { $count } inngående saldoer er tatt med som saldo ved årets begynnelse
    }
import-field-art = KOSTRA-art
import-ask-total-row = { $cell } ({ $amount }, «{ $name }») er nøyaktig det de andre radene med samme konto er til sammen, den første i { $other }. Det kan være en sum. Velg om raden skal regnes med
import-total-row-is-sum = Raden er en sum og skal ikke regnes med
import-total-row-is-part = Raden er en del og skal regnes med
import-ask-account-names = Navnene på kontoene passer ikke med artene i KOSTRA: «{ $code } { $name }» ville blitt art { $art }. Kontoplanen er trolig en annen. Ta ut lista med en kolonne for KOSTRA-art, eller velg hva sifrene er
import-books-drift = drift
import-books-investment = investering
import-ask-balance-list = Alle radene hører til balansen, så lista er en saldoliste og ikke regnskap per konto. Les den slik
import-ask-balances = Ingen av radene hører til balansen, så lista er regnskap per konto og ikke en saldoliste. Les den slik
import-balance-without-accounts = Lista ligner en balanse ({ $columns }), men har ingen kontonumre, så linjene kan ikke plasseres. Ta ut en saldoliste med kontonumre fra økonomisystemet
import-opening-period =
    { $count ->
        [one] En rad på en resultatkonto gjelder periode 00 (rad { $row }), som er inngående saldo. Den er regnet med i året; ta den ut av fila hvis den ikke skal med
       *[other] { $count } rader på resultatkontoer gjelder periode 00, den første i rad { $row }, som er inngående saldo. De er regnet med i året; ta dem ut av fila hvis de ikke skal med
    }
import-ask-unnamed-companies = Regnskapet her og det i { $place } sier ikke hvilket firma de gjelder, og ingen konto står i begge. Det kan være to firma. Importer bare det som rapporten gjelder, eller svar at alt skal med
import-ask-sign-expenses = Utgiftene i { $books } kommer til { $others }. I hovedboka står utgifter uten minus, så fortegnet kan være snudd. Velg hva som gjelder i denne fila
import-note-unread-budget = { $columns } ligner et budsjett, men er ikke lest som det. Velg kolonnen for budsjettet hvis det skal med
import-art-missing = Raden har ingen KOSTRA-art, og kontonummeret er selskapets eget. Skriv arten i raden. Hører kontoen til balansen, ta den ut i en saldoliste
import-closing-rows =
    { $count ->
        [one] En rad er ikke regnet med, for kontoen har en egen rad med utgående saldo
       *[other] { $count } rader er ikke regnet med, for kontoene har egne rader med utgående saldo
    }
import-ask-book = Konto { $code } «{ $name }» finnes bare i investeringsregnskapet, men fila sier ikke om den er drift eller investering. Velg hvilket regnskap lista er. Har fila begge, må den ha en kolonne for kontoklasse
import-book-investment = Investering
import-book-drift = Drift
import-note-investment-by-name = Arket eller fila heter investering, så kontoene er tatt inn i investeringsregnskapet
import-note-investment-as-before = Kontoene er tatt inn i investeringsregnskapet, slik det er svart om ei liste med de samme overskriftene før
import-ask-same-heading = Kolonnene { $columns } heter alle «{ $heading }», men har ikke de samme beløpene. Velg hvilken som gjelder
import-ask-periods-closing = Hver konto har flere perioder. Er «{ $column }» saldoen ved utgangen av hver periode, eller det som er bokført i perioden
import-periods-are-stocks = Saldoen ved utgangen av perioden; den siste gjelder
import-periods-are-movements = Bokført i perioden; beløpene legges sammen
import-ask-same-money = Arkene «{ $summary }» og «{ $detail }» har de samme beløpene på alle { $count } kontoene. «{ $summary }» ser ut til å være summen av «{ $detail }», og tas begge med, telles alt to ganger. Velg hvilket ark som gjelder
import-note-book-unused = Ingen konto her finnes bare i investeringsregnskapet, så lista er tatt inn som drift. Er den investering, må du gi arket eller fila navnet «Investering»

# Amounts that other amounts would take the place of.

import-ask-replaced = { $changed } av { $rows } rader som prosjektet har fra { $place }, får andre beløp. «{ $column }» er { $before } til sammen uten fortegn, og ville blitt { $after }. Er lista fra et annet selskap, for en annen del av året eller i en annen enhet, skal den ikke inn slik. Velg hva som gjelder
import-replaced-allow = De nye beløpene er riktige, og tar plassen til de gamle
import-replaced-thousands = De nye beløpene er i tusen kroner
import-prefix-groups = { $count ->
    [one] En rad er summen av kontoene som begynner med nummeret dens, og er ikke regnet med
   *[other] { $count } rader er summer av kontoene som begynner med nummeret deres, og er ikke regnet med
}
import-note-summary = Lista er summene av { $detail }: de { $count } kontoene har de samme beløpene. Den er ikke tatt inn, så ingenting telles to ganger
import-note-units-padded = Ansvar, funksjon eller prosjekt står både med og uten null foran ({ $codes }). De er lest som det samme
import-other-plan = Kontoplanen er ikke KOSTRA, men ligner NS 4102 («{ $code } { $name }»), og slike kontoer kan ikke plasseres i oppstillingene. Ta ut lista med en kolonne for KOSTRA-art, og si hvilken det er hvis den heter noe annet (--map kostra_art=KOLONNE)
import-ask-plan-twice = De samme kontoene står { $count } ganger etter hverandre: fra rad { $first }, og igjen fra rad { $second }. Ingenting sier hva som skiller dem. Er de deler som skal legges sammen, eller regnskap for flere selskap der bare det ene gjelder
import-plan-first = Bare den første gjelder (fra rad { $row })
import-plan-last = Bare den siste gjelder (fra rad { $row })
import-zeros-of-project = { $count ->
    [one] En kode er skrevet uten eller med nuller foran, annerledes enn prosjektet har den, og er lest som prosjektets: { $here } er { $known }
   *[other] { $count } koder er skrevet uten eller med nuller foran, annerledes enn prosjektet har dem, og er lest som prosjektets: { $here } er { $known }, og så videre
}
import-two-accounts = Hver rad har ett beløp og to kontoer («{ $debit }» og «{ $credit }»). Hovedboka trenger en rad for hver konto. Ta ut bilagene med kolonnene Bilagsnr, Dato, Konto, Ansvar og Beløp, der det som er kreditert, står med minus

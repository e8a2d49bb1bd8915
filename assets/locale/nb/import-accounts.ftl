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
import-ask-sign = Inntektene i drift kommer til { $total }. I hovedboka står inntekter med minus, så fortegnet kan være snudd. Velg hva som gjelder i denne fila
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

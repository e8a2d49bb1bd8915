# The quarterly report, the reports to customers, the signing pack.

report-quarter-title = Kvartalsrapport { $quarter } { $year }
report-customer-title = Kvartalsrapport til { $customer }, { $quarter } { $year }
report-quarter-unknown = Det finnes ingen saker for { $quarter } { $year }. Importer dem under Kilder, eller velg et annet kvartal
report-customer-empty = Det finnes verken saker eller uttak for { $customer } i { $quarter } { $year }. Velg et annet kvartal, eller importer det som mangler
report-file-annual = arsmelding-{ $year }
report-file-quarter = kvartalsrapport-{ $year }-{ $quarter }
report-file-customers = kunderapporter-{ $year }-{ $quarter }

section-quarter-operations = Drift
section-quarter-events = Viktige hendelser
section-quarter-technical = Teknisk forvaltning
section-quarter-people = Organisasjon
section-quarter-goals = Mål så langt i året
section-quarter-agreements = Nye avtaler
section-customer-cases = Sakene
section-customer-events = Hendelser som berørte dere
section-customer-uptake = Uttak
section-customer-agreements = Nye avtaler

report-caption-customer-alone = Saker per dag fra { $customer } i { $quarter } { $year }
report-caption-customer = Saker per dag fra { $customer } i { $quarter } { $year } mot snittet av tilsvarende dager i { $years }
customer-cases = { $count ->
        [one] { $customer } meldte 1 sak i { $quarter }.
       *[other] { $customer } meldte { $count } saker i { $quarter }.
    }
customer-cases-to-date = { $count ->
        [one] { $customer } har meldt 1 sak til og med { $day }.
       *[other] { $customer } har meldt { $count } saker til og med { $day }.
    }
customer-than-last-year = { $change } i { $year }
customer-than-average = { $change } snittet for { $years }, som er { $average }
customer-no-average = Det finnes ingen tidligere år å sammenligne med.
customer-no-events = Ingen av de viktige hendelsene i kvartalet berørte dere.
customer-uptake = Uttaket var { $quarter } i kvartalet, og { $to_date } så langt i året.
customer-uptake-most = Mest gjaldt { $art }, med { $amount }.

title-period = Saker i { $period }
title-period-to-date = { $title } til og med { $day }
title-customer-period = Saker fra { $customer } i { $period }
title-customer-breakdown = Sakene etter { $dimension }
title-uptake = Uttak etter art, i hele kroner. Det dere er belastet, står uten minus; det dere har fått igjen, med minus.
title-agreements = Avtaler
agreement-for-all = Alle
row-sum = Sum
row-blank = Ikke oppgitt
head-workdays = Arbeidsdager
head-per_workday = Saker per arbeidsdag
head-share = Andel
head-change = Endring fra snittet
head-art = Art
head-art_name = Hva
head-uptake = I kvartalet
head-to_date = Så langt i året
head-agreement = Avtale
head-agreement_kind = Gjelder
head-supplier = Med
head-customers = For

cli-report-quarter-missing = Si hvilket kvartal rapporten gjelder, for eksempel --quarter 2
cli-report-quarter-unwanted = Årsmeldingen gjelder hele året. Ta bort --quarter, eller legg til --kind quarter
cli-report-customer-unwanted = Bare rapporten til en kunde tar --customer. Legg til --kind municipality
cli-report-customer-missing = Si hvilken kunde rapporten gjelder, med --customer NAVN, eller skriv én for hver med --out MAPPE
report-customer-unknown = Ingen kunde i registeret heter «{ $customer }». Kommandoen table customers viser navnene
report-no-customers = Ingen kunde har saker eller uttak i { $quarter }. kvartal { $year }. Velg et annet kvartal, eller importer det som mangler
folder-cannot-make = Mappa { $folder } kan ikke lages: { $why }. Velg et annet sted

pack-made = Laget for underskrift { $day }
pack-file-checks = kontrollrapport.html
pack-file-sources = kilder.txt
pack-file-manifest = innhold.txt
pack-sources-head = Kildene som tallene bygger på: SHA-256 og fil
pack-source-sheet = { $file }, ark { $sheet }
pack-program = Laget med Årsmelding { $version }
pack-manifest-head = Filene i mappa: SHA-256, størrelse i byte og navn

agreements-none = Ingen avtaler ennå. Skriv den første i tabellen.
agreements-takeaway = { $count ->
        [0] Ingen nye avtaler i { $year }.
        [one] Én ny avtale i { $year }.
       *[other] { $count } nye avtaler i { $year }.
    }
agreements-rest = { $count ->
        [one] Nye avtaler står i kvartalsrapporten og i rapportene til kundene de gjelder.
       *[other] { $count } i alt. Nye avtaler står i kvartalsrapporten og i rapportene til kundene de gjelder.
    }
agreements-customers-why = Skriv kundene med semikolon mellom. En avtale uten kunder gjelder alle.
signatures-none = Ingen skal skrive under ennå.
signatures-takeaway = { $count ->
        [one] Én skal skrive under { $day }.
       *[other] { $count } skal skrive under { $day }.
    }
signatures-takeaway-no-day = { $count ->
        [one] Én skal skrive under, uten at datoen er satt.
       *[other] { $count } skal skrive under, uten at datoen er satt.
    }
signatures-rest = Navnene står på linjene sist i årsmeldingen, i denne rekkefølgen.
signatures-who = Hvem som skriver under
signatures-who-caption = styret og daglig leder
signatures-date = Dato for underskrift
signatures-date-why = Datoen står på forsiden og over underskriftene. Uten dato brukes dagen rapporten lages.

# Rapport: the outline, the text and the pages
place-report = Rapport
keys-number = Ctrl .
keys-tab = Tab
rapport-number = Tall
rapport-pdf = PDF
rapport-word = Word
rapport-excel = Excel

rapport-section = { $title }: { $state }
rapport-faults = { $count ->
        [one] 1 feil i teksten
       *[other] { $count } feil i teksten
    }
rapport-is-left-out = Utelatt
rapport-add-section = Ny del
rapport-rename = Endre overskriften…
rapport-move-up = Flytt opp
rapport-move-down = Flytt ned
rapport-put-within = Legg under delen over
rapport-make-chapter = Gjør til eget kapittel
rapport-leave-out = Utelat fra rapporten
rapport-take-with = Ta med i rapporten
rapport-add-after = Ny del etter denne…
rapport-rename-title = Endre overskriften
rapport-rename-do = Endre
rapport-add-title = Ny del
rapport-add-do = Legg til
rapport-heading = Overskrift

rapport-text-of = Tekst: { $title }
rapport-hint = Skriv her
rapport-draft = Utkast fra tallene
rapport-take-over = Ta over teksten
rapport-carried-over = Teksten er fra i fjor
rapport-is-read = Lest og riktig
rapport-state-of = Status: { $title }
rapport-owner-of = Ansvarlig: { $title }
rapport-no-owner = Ingen ansvarlig
rapport-part-made = Bildetekst og alternativ tekst lages av tallene
rapport-chart-written = Bildetekst lages av tallene. Alternativ tekst er skrevet av en person
rapport-table-made = Lages av tallene
rapport-alt-text = Alternativ tekst…
rapport-alt-text-of = Alternativ tekst: { $title }
rapport-alt-title = Alternativ tekst
rapport-alt-why = Leses opp for den som ikke ser figuren. Et felt som {"{"}saker.q1{"}"} skriver tallet og følger det.
rapport-alt-name = Hva figuren viser
rapport-alt-hint = Skriv hva figuren viser
rapport-alt-keep = Bruk teksten
rapport-alt-data = Lag av tallene
rapport-block = Blokk
rapport-block-none = Alle figurer og tabeller står i rapporten
rapport-block-menu = Sett inn i { $section }
rapport-remove = Ta ut
rapport-remove-block = Ta ut { $title }
rapport-part-empty = Ingenting å vise ennå
rapport-part-empty-why = Kommer med når tallene er importert
rapport-events = { $count ->
        [0] Ingen viktige hendelser
        [one] 1 viktig hendelse
       *[other] { $count } viktige hendelser
    }
rapport-remarks = Merknader til linjene
rapport-signatures = Underskrifter
rapport-written-in = Skrives under { $place }
rapport-go-to = Gå til { $place }

rapport-contradicts-title = Tallet stemmer ikke
rapport-contradicts = Her står { $found }. { $label } er { $value }.
rapport-unknown-title = Ukjent tall
rapport-unknown = Ingen tall i prosjektet er { $found }.
rapport-insert = Sett inn { $words }
rapport-insert-field = Sett inn { $words } som felt
rapport-choose-other = Velg et annet tall…
rapport-leave = La stå

rapport-numbers = Sett inn et tall
rapport-search = Søk etter tall
rapport-search-hint = Navn eller verdi, for eksempel 2. kvartal eller 9086
rapport-of-the-report = Om rapporten

rapport-page = Side { $number } av { $count }
rapport-page-before = Forrige side
rapport-page-after = Neste side
rapport-page-picture = Side { $number } av { $count } slik den trykkes
rapport-follows = Følger teksten
rapport-fit = Sidens størrelse
rapport-fit-height = Tilpass høyde
rapport-fit-width = Tilpass bredde
rapport-setting = Setter sidene

path-save-document = Lagre rapporten
path-choose-folder = Velg mappe for rapportene
document-file-name = årsmelding-{ $year }.{ $extension }
job-document = Lager rapporten:
job-document-content = tekst og tall
job-document-checks = kontroller
job-document-pages = sider
job-document-file = fil
notice-document-saved = { $file } er lagret
notice-making-busy = Dette lages allerede. Vent til det er ferdig, eller avbryt
notice-document-cancelled = Avbrutt. Ingen fil er lagret
notice-document-findings = { $count ->
        [one] Kontroll har 1 åpen feil. Rett den eller godta den før du sender fra deg { $file }
       *[other] Kontroll har { $count } åpne feil. Rett dem eller godta dem før du sender fra deg { $file }
    }
notice-document-faults = { $count ->
        [one] 1 felt i teksten treffer ingenting. Se i Rapport før du sender fra deg { $file }
       *[other] { $count } felter i teksten treffer ingenting. Se i Rapport før du sender fra deg { $file }
    }

make-report = Lag rapport
make-report-annual = Én mappe til underskrift: PDF, Word, Excel, kontrollrapport, og lister over kildene og filene
make-report-to-board = Kvartalsrapport til styret
make-report-board = PDF, Word og Excel
make-report-to-customers = Kvartalsrapport til hver kunde
make-report-customers = PDF, Word og Excel for hver kunde som har saker eller uttak i kvartalet
make-report-quarter = Kvartal
make-report-folder = Velg mappe…
make-report-unapproved = { $open } av { $total } tekster i årsmeldingen er ikke godkjent. Mappen lages likevel.
make-report-errors = { $count ->
        [one] Kontroll har 1 åpen feil. Rapporten lages likevel.
       *[other] Kontroll har { $count } åpne feil. Rapporten lages likevel.
    }
job-document-of = { $title } ({ $at } av { $total })

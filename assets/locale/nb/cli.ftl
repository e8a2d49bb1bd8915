# What the program says without a window.

cli-file-exists = { $file } finnes fra før og blir ikke overskrevet. Velg et annet navn
cli-bad-baseline = «{ $text }» er ikke et spenn av år. Skriv for eksempel --baseline 2015-2020
cli-new-done = Laget { $file }
cli-no-such-table = Det finnes ingen tabell som heter «{ $name }». Tabellene er { $names }
cli-no-such-chart = Det finnes ingen figur som heter «{ $name }». Figurene er weeks, q1, q2, q3 og q4
cli-no-such-figure = Det finnes ikke noe tall som heter «{ $key }». Kommandoen figures viser alle
cli-csv-failed = Tabellen kan ikke skrives som CSV: { $why }
cli-written = Skrev { $file }
cli-figure = { $label }: { $value }
cli-trail-rows = { $place }: { $count ->
        [one] 1 rad
       *[other] { $count } rader
    }, importert { $when }
cli-trail-correction = Rettet fra { $original } til { $value } av { $who }, { $when }
cli-trail-typed = Skrevet inn i prosjektet
cli-trail-typed-by = Skrevet inn i prosjektet av { $who }, { $when }
cli-unknown-content = { $why }. Svar med --kind og --map
cli-question = { $question }. Svar med { $option }
cli-question-of-file = { $question }. Svar med { $option }. Gjelder svaret bare denne fila, skriv «{ $file }=» foran verdien
cli-priorities-known = Ingenting nytt: ordene er forklart slik fra før
cli-no-such-source = «{ $file }» er ikke blant filene som importeres. Skriv navnet slik fila heter, for eksempel --unit regnskap.csv=tusen
cli-bad-source-year = «{ $text }» er ikke et år. Skriv for eksempel --source-year 2021
cli-gone = { $gone } av { $known } kjente rader i perioden finnes ikke i eksporten og ville forsvinne. Ingenting er endret. Legg til --allow-gone hvis det er riktig, eller --selection med det fila er et utvalg av, så blir de stående
cli-no-such-kind = «{ $kind }» er ikke et innhold som kan importeres. Velg blant { $kinds }
cli-bad-map = «{ $text }» peker ikke på en kolonne. Skriv felt=kolonne, for eksempel --map created=Innmeldt
cli-bad-zone = «{ $text }» er ikke en kjent tidssone. Skriv --timezone utc eller --timezone local
cli-bad-period = «{ $text }» er ikke en periode. Skriv for eksempel --period 2021-01-01..2021-12-31
cli-dry-run = Ingenting er endret
cli-import-sheet = { $place }: { $kind }, { $read } lest = { $accepted } godtatt + { $rejected } avvist + { $skipped } hoppet over. { $new } nye, { $changed } endret, { $gone } borte, { $unchanged } uendret
cli-import-reject = { "  " }{ $cell } «{ $value }»: { $cause }
cli-usage = Kommandoen er ikke forstått: { $why }. Skriv arsmelding --help for å se hva som går an
cli-argument-missing = { $argument } mangler
cli-argument-unknown = { $argument } er ukjent
cli-argument-value = { $argument } kan ikke være «{ $value }»
cli-argument-conflict = { $argument } kan ikke brukes sammen med det andre som er gitt

# What stands between double braces is filled in by the program.
help-template =
    {"{about}"}

    Bruk: {"{usage}"}

    {"{all-args}"}
help-commands = Kommandoer
help-arguments = Argumenter
help-options = Valg
help-help = Viser denne hjelpen
help-version = Viser utgaven av programmet
help-arsmelding = Årsmelding: fra årets eksporter til årets rapport
help-arsmelding-file = Prosjektfila som åpnes i vinduet
help-arsmelding-renderer = Hvordan vinduet tegnes: glow eller wgpu
help-new = Lager et nytt prosjekt: tomt, eller for året etter et ferdig
help-new-file = Prosjektfila som skal lages
help-new-year = Året det skal rapporteres om
help-new-from = Det ferdige prosjektet det går videre fra; da trengs ikke --year
help-new-baseline = Årene det sammenlignes med, for eksempel 2015-2020
help-new-company = Virksomhetens navn
help-import = Leser eksporter og tar dem inn som én endring
help-import-file = Prosjektfila
help-import-sources = Eksportene; ingen trengs for å forklare prioriteter med --priority
help-import-kind = Hva de inneholder; ellers avgjør innholdet
help-import-sheet = Det ene arket som skal leses
help-import-map = Et felt og kolonnen det leses fra, felt=kolonne
help-import-date_order = Hva som står først i datoer som 03/04/2021: dmy eller mdy
help-import-timezone = Hva tider uten sone betyr: local eller utc
help-import-period = Dagene eksportene gjelder, FRA..TIL
help-import-selection = Hva eksportene er et utvalg av i systemet, for eksempel én kommune
help-import-system = Systemet eksportene kommer fra
help-import-priority = Hva et ord for prioritet betyr, ord=A, ord=B eller ord=other
help-import-unit = Hva beløpene er i: kr, tusen eller mill
help-import-percent = Hva tall i prosentkolonner er: share (0,0336) eller points (3,36)
help-import-time_unit = Hva tid er i når overskriften ikke sier det: minutes eller hours
help-import-company = Firmaet som leses, i en liste med flere; * for alle
help-import-separator = Tegnet som skiller cellene i en tekstfil; tab for tabulator
help-import-stamps = Hva celler med tider som slutter på Z betyr: local eller utc
help-import-header_row = Raden med overskrifter; none når lista ikke har noen
help-import-with_hidden = Leser også ark som er skjult
help-import-leave_out = Utelater saker med denne statusen
help-import-source_year = Året radene gjelder, når de ikke sier det selv
help-import-persons = Leser også kolonner som ser ut til å ha personer: allow
help-import-replace = Lar beløp bytte ut dem prosjektet har, også når nesten alle blir andre: allow
help-import-allow_gone = Lar rader forsvinne som ikke lenger er i eksporten
help-import-dry_run = Viser hva som ville blitt endret, og endrer ingenting
help-import-json = For maskiner
help-table = Én tabell
help-table-file = Prosjektfila
help-table-name = Tabellens navn
help-table-year = Bare dette året
help-table-quarter = Bare dette kvartalet, 1 til 4
help-table-format = text, csv eller json
help-figures = Alle tall
help-figures-file = Prosjektfila
help-figures-json = For maskiner
help-figure = Ett tall, og hvor det kommer fra
help-figure-file = Prosjektfila
help-figure-key = Tallets navn, for eksempel saker.2021.q1
help-figure-trail = Med sporet tilbake til fil, ark og celle
help-figure-json = For maskiner
help-chart = Én figur som bilde
help-chart-file = Prosjektfila
help-chart-name = weeks, q1, q2, q3 eller q4
help-chart-svg = Fila som skrives som SVG
help-chart-png = Fila som skrives som PNG
cli-report-nothing = Si hva som skal skrives: --pdf FIL, --docx FIL, --xlsx FIL eller --out MAPPE
cli-report-findings =
    { $count ->
        [one] Én feil er åpen i kontrollen. Rapporten er skrevet likevel; kommandoen check viser feilen
       *[other] { $count } feil er åpne i kontrollen. Rapporten er skrevet likevel; kommandoen check viser dem
    }
help-report = Skriver årsmeldingen, en kvartalsrapport eller rapporter til kundene
help-report-kind = annual (årsmelding), quarter (kvartalsrapport) eller municipality (rapport til én kunde)
help-report-quarter = Kvartalet rapporten gjelder, 1 til 4
help-report-customer = Kunden rapporten gjelder; uten skrives én rapport for hver kunde i mappa
help-report-out = Mappa for alle dokumentene; for årsmeldingen hele pakken til underskrift
help-report-date = Datoen som står på rapporten
help-report-pdf = Fila som skrives som PDF
help-report-docx = Fila som skrives som Word-dokument
help-report-file = Prosjektfila
help-report-xlsx = Fila som skrives som Excel-regneark
cli-changes-count =
    { $count ->
        [0] Ingen tall er endret
        [one] Ett tall endret:
       *[other] { $count } tall endret:
    }
cli-milestone = «{ $name }», { $when }, { $who }: { $figures } tall, { $sources } kilder
help-milestone = Gir prosjektet slik det står nå et navn, og husker tallene
help-milestone-file = Prosjektfila
help-milestone-name = Milepælens navn, for eksempel «til styret 12.4.»
help-milestone-rename = Gir milepælen et annet navn
help-milestone-remove = Sletter milepælen; prosjektet ellers blir som det er
help-milestone-json = For maskiner
help-milestones = Milepælene
help-milestones-file = Prosjektfila
help-milestones-json = For maskiner
help-changes = Alle tall som er endret siden en milepæl, og hvorfor
help-changes-file = Prosjektfila
help-changes-since = Milepælen det sammenlignes med
help-changes-until = En annen milepæl, i stedet for prosjektet slik det er nå
help-changes-json = For maskiner
cli-bad-priority = «{ $text }» er ingen prioritet. Skriv ord=A, ord=B eller ord=other, for eksempel Haster=A
cli-bad-separator = «{ $text }» skiller ikke celler. Skriv ett tegn, for eksempel ; eller tab
cli-bad-header-row = «{ $text }» er ingen rad. Skriv radens nummer, eller none når lista ikke har overskrifter
help-import-repeated = Hva som gjelder når flere rader har samme nøkkel og ulike verdier: add (legg sammen), first eller last

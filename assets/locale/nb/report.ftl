# The report: sections, headings, captions
table-agreements = Avtaler
table-signatories = Underskrifter
agreement-supply = Leverandøravtale
agreement-customer = Kundeavtale
agreement-cooperation = Samarbeidsavtale
column-agreement = Avtale
column-person = Navn
column-supplier = Leverandør
column-role = Rolle
section-state-draft = Utkast
section-state-ready = Klar
section-state-approved = Godkjent
section-unread = Ikke lest
section-blank = Ikke begynt
section-settled = Lages av programmet
edit-wrote-text = Skrev i rapporten
edit-section-state = Satte en del av rapporten til { $state }
edit-section-no-owner = Fjernet den ansvarlige for en del av rapporten
edit-section-owner = Satte { $owner } som ansvarlig for en del av rapporten
edit-report-choices = Endret oppsettet av rapporten
section-owner-too-long = Navnet er for langt. Skriv bare navnet på den ansvarlige

section-general = Om selskapet
section-brief = Året i korte trekk
section-operations = Driften gjennom året
section-development = Utviklingsarbeid
section-security = Informasjonssikkerhet
section-quarters = Kvartal for kvartal
section-q1 = 1. kvartal
section-q2 = 2. kvartal
section-q3 = 3. kvartal
section-q4 = 4. kvartal
section-goals = Mål og resultater
section-organisation = Organisasjonen
section-staff = Bemanning
section-gender = Kjønnsfordeling
section-turnover = Turnover
section-sick-leave = Sykefravær
section-equality = Likestilling og arbeidsmiljø
section-economy = Økonomi
section-remarks = Merknader til regnskapet
section-ethics = Kontroll og etisk standard
section-assessment = Daglig leders vurdering
section-signatures = Underskrifter
section-statements = Regnskapsoppstillinger
section-par5-4 = § 5-4 Bevilgningsoversikt drift
section-par5-5 = § 5-5 Bevilgningsoversikt investering
section-par5-6 = § 5-6 Økonomisk oversikt etter art, drift
section-par5-8 = § 5-8 Balanseregnskapet
section-par5-9 = § 5-9 Budsjettavvik og årsavslutningsdisposisjoner
section-fund = Disposisjonsfondet
section-own = Ny del

report-heading-drift = Drift
report-heading-events = Viktige hendelser
report-heading-technical = Teknisk forvaltning
report-heading-people = Organisasjon

annual-title = Årsmelding { $year }
report-contents = Innhold
report-table-word = Tabell
report-figure-word = Figur
report-see-table = tabell { $number }
report-see-figure = figur { $number }
report-place-date = { $company }, { $date }

report-field-unknown = Feltet { $field } finnes ikke. Velg et tall fra lista
report-field-missing = Feltet { $field } har ikke noe tall i dette prosjektet. Importer det som mangler, eller velg et annet tall
report-alt-text = alternativ tekst
report-letters = { $count ->
        [one] Tegnet { $letters } finnes ikke i rapportens skrift og kan ikke trykkes. Skriv det med ord
       *[other] Tegnene { $letters } finnes ikke i rapportens skrift og kan ikke trykkes. Skriv dem med ord
    }
report-reference-unknown = Henvisningen til «{ $anchor }» treffer ingen tabell, figur eller del av rapporten. Rett navnet i henvisningen, eller ta den bort
report-reference-alt = Henvisningen til «{ $anchor }» kan ikke stå i en alternativ tekst. Skriv med ord hva den viser til
report-reference-heading = Henvisningen til «{ $anchor }» kan ikke stå i en overskrift. Flytt den til teksten under

prose-unchanged = uendret
prose-more = { $change } flere
prose-fewer = { $change } færre
prose-higher = { $change } høyere
prose-lower = { $change } lavere
prose-kroner = kr { $amount }
prose-millions = { $amount } millioner kroner
report-caption-weeks = Saker per uke i { $year } sammen med snittet og ukene i { $years }
report-caption-weeks-alone = Saker per uke i { $year }
report-caption-quarter-alone = Saker per dag i { $quarter } { $year }
report-caption-quarter = Saker per dag i { $quarter } { $year } mot snittet av tilsvarende dager i { $years }
report-pdf = Sidene kan ikke settes ({ $why }). Meld fra om feilen, og lagre rapporten som Word imens
document-cannot-write = { $file } kan ikke skrives: { $why }. Lukk fila i andre programmer, eller velg et annet sted
report-docx = Word-dokumentet kan ikke settes sammen ({ $why }). Meld fra om feilen, og lagre rapporten som PDF imens
report-xlsx = Regnearket kan ikke settes sammen ({ $why }). Meld fra om feilen, og lagre rapporten som PDF imens
report-week = Uke
report-goal = Mål
report-goal-target = Måltall
report-goal-result = Resultat { $year }
report-goal-outcome = Status

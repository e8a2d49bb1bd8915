# Words of the project's tables, their columns and choices, and the sentences of edits.

table-customers = Kunder
table-events = Hendelser
table-goals = Mål
table-staff = Bemanning
table-gender = Kjønnsfordeling
table-turnover = Turnover
table-sick-leave = Sykefravær
table-sick-leave-years = Sykefravær per år
table-calls = Telefonsvar
table-deliveries = Leveranser av utstyr
table-new-users = Nye brukere
table-uptime = Oppetid

kind-cases = Saker
kind-day-counts = Saker per dag

column-name = Kunde
column-aliases = Andre navn
column-owner = Eier
column-from = Fra
column-to = Til
column-merged_into = Slått sammen med
column-start = Start
column-end = Slutt
column-title = Tittel
column-text = Hva skjedde
column-cause = Årsak
column-customers = Kunder
column-section = Del av rapporten
column-cases = Saker
column-year = År
column-area = Område
column-measure = Mål
column-target_text = Mål i ord
column-target_value = Måltall
column-target_unit = Enhet
column-direction = Retning
column-metric = Måles på
column-share_target = Andel over, høyst
column-result = Resultat (%)
column-remark = Merknad
column-date = Dato
column-employees_total = Ansatte i alt
column-employees_permanent = Fast ansatte
column-employees_temporary = Midlertidig ansatte
column-apprentices = Lærlinger
column-available_fte = Tilgjengelige årsverk
column-group = Gruppe
column-women = Kvinner
column-total = Totalt
column-category = Årsak
column-count = Antall
column-possible_workdays = Mulige dagsverk
column-self_certified_days = Egenmeldte dagsverk
column-doctor_certified_days = Legemeldte dagsverk
column-sick_leave_pct = Sykefravær (%)
column-target_max_pct = Mål, høyst (%)
column-answered = Besvarte anrop
column-within_1_min = Innen 1 minutt
column-within_3_min = Innen 3 minutter
column-reference = Bestillingsnr
column-ordered = Bestilt
column-delivered = Ferdig
column-system = System
column-period_start = Måned
column-measured_minutes = Målt tid (min)
column-outage_minutes = Nedetid (min)

unit-percent = %
unit-days = dager
direction-at-least = Minst
direction-at-most = Høyst
metric-manual = Skrives inn
metric-uptime = Oppetid
metric-calls-1 = Besvart innen 1 minutt
metric-calls-3 = Besvart innen 3 minutter
metric-deliveries = Leveranser over fristen
metric-new-users = Nye brukere over fristen
turnover-out = Ut
turnover-in = Inn
sick-group-women = Kvinner
sick-group-men = Menn
flag-yes = Ja
flag-no = Nei
date-order-dmy = Dag først (03/04 er 3. april)
date-order-mdy = Måned først (03/04 er 4. mars)
time-zone-local = Norsk tid
time-zone-utc = UTC

cell-no-such-choice = Velg en av disse: { $choices }
cell-not-a-flag = Skriv Ja eller Nei
cell-not-a-year = Ikke et årstall. Skriv fire siffer, for eksempel 2021

edit-blank = tomt
edit-set-cell = Endret { $column } for { $key } fra { $old } til { $new }
edit-set-cells = Endret { $count } celler i { $table }
edit-used-source = Satte { $column } for { $key } tilbake fra { $old } til { $new }, som kilden sier
edit-used-sources = Satte { $count } celler tilbake til det kilden sier
edit-gave-reason = Begrunnet rettelsen av { $column } for { $key }
edit-inserted-row = Satte inn en rad i { $table }
edit-removed-rows =
    { $count ->
        [one] Fjernet en rad fra { $table }
       *[other] Fjernet { $count } rader fra { $table }
    }
edit-company = Endret virksomheten fra { $old } til { $new }
edit-report-year = Endret rapportåret fra { $old } til { $new }
edit-baseline = Endret årene det sammenlignes med fra { $old } til { $new }
edit-no-such-priority = Ingen saker har prioriteten «{ $word }». Skriv ordet slik det står i Kontroll
edit-explained-priorities = Forklarte prioriteter: { $words }
edit-incidents = Endret prioritetene som er hendelser fra { $old } til { $new }

storage-cannot-read = Fila kan ikke leses: { $why }. Sjekk at den finnes, og at du har tilgang
storage-cannot-write = { $file } kan ikke lagres: { $why }. Den gamle fila er urørt. Lukk fila i andre programmer, sjekk at mappa finnes og at du har tilgang, eller lagre et annet sted
storage-cannot-encode = Prosjektet kan ikke skrives: { $why }. Meld fra til den som drifter programmet
storage-not-a-project = Dette er ikke en prosjektfil fra Årsmelding. Åpne en fil som slutter på .ron, eller importer eksporter under Kilder
storage-bad-year = Året { $year } i innstillingene er ikke mulig. Rett report_year, baseline_first og baseline_last i fila, eller åpne sikkerhetskopien som ligger ved siden av
storage-newer = Fila er laget av en nyere utgave av Årsmelding (format { $version }, denne kjenner { $known }). Oppdater programmet
storage-damaged = Fila er skadet på linje { $line }, tegn { $column }: { $why }. Åpne sikkerhetskopien som ligger ved siden av; den slutter på .1.bak

stamps-local = Norsk klokketid
stamps-utc = UTC (regnes om til norsk tid)
unit-kr = Kroner
unit-tusen = Tusen kroner
unit-mill = Millioner kroner
priority-means-a = A (kritisk)
priority-means-b = B (høy)
priority-means-other = Ingen av dem

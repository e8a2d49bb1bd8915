# Words of the start, the dialogs, the place Kilder with the import, and the settings.

when-exactly = { $day } kl. { $clock }
when-today = i dag { $clock }
when-yesterday = i går { $clock }
when-day-month = { $day }. { $month }
when-span = { $first }–{ $last }
keys-escape = Esc

# The start
welcome-title = Årets tall blir årets rapport
welcome-lead = Slipp eksportene fra saks-, økonomi- og fraværssystemet. Du får figurer, kontroller og tall til årsmeldingen. Alt blir på denne maskinen.
welcome-open = Åpne prosjekt
welcome-open-body = Fortsett på en årsmelding
welcome-open-keys = Ctrl O
welcome-new = Nytt prosjekt
welcome-new-body = Velg virksomhet og år
welcome-new-keys = Ctrl N
welcome-sample = Prøv eksempelet
welcome-sample-body = Hedmark IKT 2021, ferdig utfylt. Ingen av filene dine endres
welcome-recent = Sist brukt
welcome-recent-year = Årsmelding { $year }
welcome-recent-open = Åpne { $file }
welcome-drop-title = Slipp filer her
welcome-drop-body = Excel, CSV eller OpenDocument. Du ser hva som blir lest før noe lagres.
welcome-choose = Velg filer…
welcome-takes-cases = Saker fra sakssystemet
welcome-takes-events = Driftshendelser og mål
welcome-takes-people = Fravær og årsverk
welcome-takes-service = Telefonsvar, leveranser og oppetid
welcome-curve = Et år i eksempelet: saker per uke, snitt og spenn 2015–2020

# A new project
new-title = Nytt prosjekt
new-lead = Årsmeldingen gjelder ett år, som sammenlignes med snittet av noen tidligere år. Alt kan endres senere.
new-lead-exports =
    { $count ->
        [one] Den valgte fila leses når prosjektet er opprettet. Du ser hva som blir lest før noe lagres.
       *[other] De { $count } valgte filene leses når prosjektet er opprettet. Du ser hva som blir lest før noe lagres.
    }
new-company = Virksomhet
new-company-missing = Skriv navnet på virksomheten, slik det skal stå i årsmeldingen
new-year = Rapportår
new-baseline-first = Sammenlign fra
new-baseline-last = til og med
new-baseline-reversed = Det første året i sammenligningen er etter det siste. Bytt om på dem
new-create = Opprett prosjekt

# Unsaved work
unsaved-title = Lagre endringene i { $file }?
unsaved-title-new = Lagre det nye prosjektet?
unsaved-body = Uten lagring går endringene siden sist tapt.
unsaved-save = Lagre
unsaved-discard = Ikke lagre

# Kilder: what was imported
sources-import = Importer eksporter…
sources-empty = Her kommer eksportene fra saks- og fraværssystemet
sources-empty-body = Hver fil blir lest og vist før noe lagres. Alle tall kan følges tilbake hit.
sources-empty-foot = Navn og fritekst fra eksportene kommer aldri inn i prosjektfila.
sources-imported = Importert
sources-count =
    { $count ->
        [one] Én kilde
       *[other] { $count } kilder, de nyeste først
    }
sources-file = Fil
sources-sheet = Ark
sources-content = Innhold
sources-period = Periode
sources-no-period = uten datoer
sources-no-sheet = –
sources-nobody = –
sources-read = Lest
sources-accepted = Godtatt
sources-rejected = Avvist
sources-skipped = Hoppet
sources-when = Når
sources-who = Av
sources-hash = SHA-256
sources-hash-tip = SHA-256 av fila
sources-hash-why = Den samme fila gir alltid det samme tallet.

coverage-known = Sakene er kjent for { $span }.
coverage-holes = Sakene er kjent for { $span }, men det mangler dager imellom.
coverage-known-rest = Et fylt felt er dager som en kilde dekker. Dager uten kilde regnes som ukjente, aldri som null.
coverage-none = Ingen saker er importert ennå.
coverage-none-rest = Figurene under Saker trenger sakslister eller dagstall.
coverage-year = { $year }: { $words }
coverage-whole = alle dager
coverage-nothing = mangler data hele året
coverage-gap = mangler data { $span }
coverage-gaps = mangler data { $span } og { $more } ganger til

differences-count =
    { $count ->
        [one] Sakslista og dagstallet er uenige på én dag
       *[other] Sakslista og dagstallene er uenige på { $count } dager
    }
differences-caption = Sakslista gjelder. Sjekk om saker er slettet eller flyttet siden dagstallene ble laget.
differences-rows = Sakslista
differences-counted = Dagstall

# The import before anything is changed
preview-title = Importer
preview-lead = Ingenting er endret ennå. Se over, så blir alt én endring som kan angres.
preview-blank = tom
preview-quoted = «{ $value }»
preview-more = og { $count } til

reading-files =
    { $count ->
        [one] Leser fila
       *[other] Leser { $count } filer
    }
reading-file = Leser { $file }
reading-foot = Ingenting endres før du har sett over.

card-rows =
    { $count ->
        [one] { $kind }, én rad
       *[other] { $kind }, { $count } rader
    }
card-sheet = { $kind }, ark «{ $sheet }»
card-refused = Kan ikke leses
card-more = Slipp flere filer

refused-leave-out = Ta ut av importen
refused-sheet = Utelatt: { $issue }
refused-kind = Hva { $file } inneholder
refused-choose-kind = Velg hva den inneholder

question-sheet = { $file }, ark «{ $sheet }»
question-column = Kolonne
question-choose-column = Velg kolonne

gone-many-title = Mange rader forsvinner
gone-many = { $count } av { $known } kjente rader i perioden finnes ikke i { $files }. Sjekk at eksporten er hel og har samme utvalg som før.
gone-agree =
    { $count ->
        [one] Ja, la én rad forsvinne
       *[other] Ja, la { $count } rader forsvinne
    }
gone-few =
    { $count ->
        [one] Én rad finnes i prosjektet, men ikke i fila, og tas ut av perioden.
       *[other] { $count } rader finnes i prosjektet, men ikke i fila, og tas ut av perioden.
    }
gone-show = Vis dem
gone-hide = Skjul dem
gone-row = { $what }, { $day }

count-new = nye
count-new-body = legges til
count-changed = endret
count-changed-body = får nye verdier
count-field = { $count } { $field }
count-gone = borte
count-gone-body = tas ut av perioden
count-unchanged = uendret
count-unchanged-body = røres ikke
count-rejected = avvist
count-rejected-body = leses ikke inn

sum-read = { $count } lest
sum-parts = = { $parts }
sum-accepted = { $count } godtatt
sum-rejected = { $count } avvist
sum-skipped-why = { $count } hoppet over ({ $reasons })
applies = Gjelder { $period }, kilde «{ $source }»
applies-period = Gjelder { $period }

source-edit = Endre…
source-leave-out = Ta ut fila
source-title = Periode og kilde
source-lead = En eksport erstatter bare det som kom fra samme system og utvalg i samme periode.
source-from = Fra og med
source-to = Til og med
source-system = System
source-selection = Utvalg
source-time-zone = Klokkeslett uten tidssone er
source-again = Les på nytt
source-reversed = Den første dagen er etter den siste. Bytt om på dem
source-one-day = Fyll inn begge dagene, eller la begge stå tomme

columns-title = Kolonner
columns-of-project = Linjene er oppstillingene slik prosjektet for { $year } viser dem. De står ved siden av det årets eksport sier om { $year }.
columns-caption-none = Lista har ingen overskrifter. Navn og fritekst kommer aldri inn i prosjektfila.
columns-caption = Overskrift funnet på rad { $row }. Navn og fritekst kommer aldri inn i prosjektfila.
columns-not-read = Leses ikke
columns-field = Kolonne { $column }, { $heading }

rejects-none = Ingen avviste rader
rejects-none-body = Alle rader med data er forstått
rejects-title =
    { $count ->
        [one] Én avvist rad
       *[other] { $count } avviste rader
    }
rejects-row = Rad
rejects-cell = Celle
rejects-value = Innhold
rejects-cause = Årsak
rejects-hint =
    { $count ->
        [one] Rett i kildefila og slipp den på nytt, eller importer uten denne raden.
       *[other] Rett i kildefila og slipp den på nytt, eller importer uten disse radene.
    }
skipped-title =
    { $count ->
        [one] Hoppet over én rad
       *[other] Hoppet over { $count } rader
    }
skipped-row = Rad { $row }: { $reason }
skipped-rows = Rad { $first }–{ $last }: { $reason }

note-moved =
    { $count ->
        [one] Kilden sier noe nytt under én rettet verdi. Rettelsen beholdes, og kan ses over under Kilder.
       *[other] Kilden sier noe nytt under { $count } rettede verdier. Rettelsene beholdes, og kan ses over under Kilder.
    }
note-customers =
    { $count ->
        [one] Én ny kunde legges i registeret: { $names }.
       *[other] { $count } nye kunder legges i registeret: { $names }.
    }
note-and-more = { $names } og { $count } til
note-differences =
    { $count ->
        [one] Sakslista og dagstallet er uenige { $day }: { $rows } mot { $counted }. Sakslista gjelder.
       *[other] Sakslista og dagstallene er uenige på { $count } dager, først { $day }: { $rows } mot { $counted }. Sakslista gjelder.
    }

rows-title = Slik er radene forstått
rows-caption = rad { $first }–{ $last }
rows-caption-rejected = rad { $first }–{ $last }, og den første avviste
rows-effect = Virkning
rows-open = åpen
rows-before = før { $value }
rows-not-taken = –
effect-new = Ny
effect-changed = Endret
effect-unchanged = Uendret
effect-rejected = Avvist

bar-import = Importer
bar-import-cases =
    { $count ->
        [one] Importer én sak
       *[other] Importer { $count } saker
    }
bar-import-rows =
    { $count ->
        [one] Importer én rad
       *[other] Importer { $count } rader
    }
bar-import-files = Importer { $count } filer
bar-reading = Leser på nytt
bar-nothing-read = Ingen av filene kan leses
bar-questions =
    { $count ->
        [one] Svar på spørsmålet over før importen
       *[other] Svar på de { $count } spørsmålene over før importen
    }
bar-gone = Bekreft at radene skal forsvinne før importen
bar-remembered = Kolonnevalget huskes til neste år.
bar-one-edit = Alt blir én endring som kan angres.
bar-all = Alle filer: { $new } nye, { $changed } endret, { $gone } borte, { $unchanged } uendret.

# Innstillinger
settings-program = Programmet
settings-program-caption = Gjelder deg, på denne maskinen
settings-theme = Tema
settings-theme-system = Som systemet
settings-theme-light = Lyst
settings-theme-dark = Mørkt
settings-name = Navn i loggen
settings-name-why = Står ved endringene du gjør, sammen med dato og klokkeslett.
settings-project = Prosjektet
settings-project-caption = Gjelder alle som åpner prosjektfila. Kan angres.
settings-no-project = Åpne et prosjekt for å se innstillingene det har.
settings-baseline-why = Rapportåret sammenlignes med snittet av disse årene.
settings-incidents = Prioriteter som regnes som hendelser
settings-words = Systemenes ord for prioritet
settings-words-caption = Ord som ikke er kjent. A- og B-hendelsene er ukjente til alle ordene er forklart
settings-word = «{ $word }» betyr
settings-word-of = «{ $word }» i { $system } betyr
settings-incidents-why = Saker med disse prioritetene telles som A- og B-hendelser i Oversikt og Saker.
question-answer = Svar
question-choose = Velg svar

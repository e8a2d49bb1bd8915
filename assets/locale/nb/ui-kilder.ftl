# Words of the start, the dialogs, the place Kilder with the import, and the settings.

when-today = i dag { $clock }
when-yesterday = i går { $clock }
when-day-month = { $day }. { $month }
when-span = { $first }–{ $last }
keys-escape = Esc

# The start
welcome-title = Årets tall blir årets rapport
welcome-lead = Slipp eksportene fra saks-, regnskaps- og fraværssystemet. Du får figurer, kontroller og tall til årsmeldingen. Alt blir på denne maskinen.
welcome-open = Åpne prosjekt
welcome-open-body = Fortsett på en årsmelding
welcome-open-keys = Ctrl O
welcome-new = Nytt prosjekt
welcome-new-body = Velg virksomhet og år
welcome-new-keys = Ctrl N
welcome-sample = Prøv eksempelet
welcome-sample-body = Hedmark IKT 2021, ferdig fylt, endrer ingen av dine filer
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
unsaved-body = Uten lagring går endringene siden sist tapt.
unsaved-save = Lagre
unsaved-discard = Ikke lagre
